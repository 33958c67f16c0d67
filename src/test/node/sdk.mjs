import sdk from 'purecloud-platform-client-v2';

/**
 * Makes the calls with Genesys' own SDK for JavaScript, on a Genesys at this address.
 *
 * @param search the body of the search, which the SDK takes from its caller as it is
 */
export async function callWithSdk(url, { search }) {
  const { hostname, port, protocol } = new URL(url);
  const client = sdk.ApiClient.instance;
  client.config.setConfigPath('');
  client.config.setGateway({ host: hostname, port: Number(port), protocol: protocol.replace(':', '') });
  await client.loginClientCredentialsGrant('client', 'not-a-real-secret');
  await new sdk.UsersApi().postUsersSearch(search);
  await new sdk.ConversationsApi().postConversationCobrowse('conversation-demo');
  const deployments = new sdk.WebDeploymentsApi();
  await deployments.getWebdeploymentsDeploymentCobrowseSessionId('deployment-demo', 'session-demo');
  await deployments.deleteWebdeploymentsDeploymentCobrowseSessionId('deployment-demo', 'session-demo');
}
