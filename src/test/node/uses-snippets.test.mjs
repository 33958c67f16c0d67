import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { startFunction } from './function.mjs';
import { startLambda } from './lambda-endpoint.mjs';

const DOCUMENT = readFileSync(new URL('../../../docs/uses.md', import.meta.url), 'utf8');

/** The example in JavaScript that has this in it. */
function snippet(part) {
  const found = [...DOCUMENT.matchAll(/^( *)```js\n([^]*?)\n *```$/gm)].find(([, , code]) => code.includes(part));
  return found[2].replaceAll(new RegExp(`^${found[1]}`, 'gm'), '');
}

const module = (code) => import(`data:text/javascript,${encodeURIComponent(code)}`);

/** What the document leaves to the reader. */
const conversationOf = async (subject) => ({ alice: 'conversation-demo' })[subject];

test('the trigger for Cognito adds the claim to the ID token, where there is a conversation', async () => {
  const { handler } = await module(`const conversationOf = ${conversationOf};${snippet('claimsOverrideDetails')}`);
  const claims = async (sub) => {
    const { response } = await handler({ request: { userAttributes: { sub } }, response: {} });
    return response.claimsOverrideDetails.claimsToAddOrOverride;
  };
  assert.deepEqual(await claims('alice'), { conversation_id: 'conversation-demo' });
  assert.deepEqual(await claims('bob'), {});
});

test('the action for Auth0 adds the claim to the access token, where there is a conversation', async () => {
  const action = {};
  new Function('exports', 'conversationOf', snippet('onExecutePostLogin'))(action, conversationOf);
  const claims = async (user_id) => {
    const added = {};
    const accessToken = { setCustomClaim: (name, value) => (added[name] = value) };
    await action.onExecutePostLogin({ user: { user_id } }, { accessToken });
    return added;
  };
  assert.deepEqual(await claims('alice'), { 'https://example.com/conversation_id': 'conversation-demo' });
  assert.deepEqual(await claims('bob'), {});
});

test('the back end invokes the function, and hears of its failures by their codes', async () => {
  const cobrowse = await startFunction();
  const lambda = await startLambda(cobrowse.invoke);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_LAMBDA: lambda.url,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    COBROWSE_FUNCTION_ARN: 'arn:aws:lambda:eu-central-1:123456789012:function:cobrowse:live',
  });
  try {
    const client = JSON.stringify(import.meta.resolve('@aws-sdk/client-lambda'));
    const { offerCobrowse } = await module(snippet('InvokeCommand').replace('"@aws-sdk/client-lambda"', client));
    assert.equal((await offerCobrowse('conversation-demo', 'offer-1')).id, 'session-demo');
    cobrowse.genesys.failNext('startInConversation', { status: 404 });
    await assert.rejects(offerCobrowse('conversation-2', 'offer-2'), { message: 'target-not-found' });
  } finally {
    await Promise.all([lambda.stop(), cobrowse.stop()]);
  }
});
