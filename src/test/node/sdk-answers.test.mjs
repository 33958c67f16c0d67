import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startFunction } from './function.mjs';
import { model } from './sdk-models.mjs';

let cobrowse;
before(async () => (cobrowse = await startFunction()));
beforeEach(() => cobrowse.genesys.reset());
after(() => cobrowse?.stop());

test('a session is passed on with every member of its model, but its name and its own address', async () => {
  const session = {
    ...Object.fromEntries(model('CobrowseWebMessagingSession').map((member) => [member, `the-${member}`])),
    websocketUrl: 'wss://cobrowse.example.com/session-demo',
    dateOfferEnds: '2026-11-26T09:05:00.000Z',
    communicationType: 'Message',
  };
  cobrowse.genesys.answerNext('fetchOfDeployment', session);
  const { name, selfUri, ...passedOn } = session;
  const answer = await cobrowse.invoke({ operation: 'fetch', sessionId: 'the-id', deploymentId: 'deployment-demo' });
  assert.deepEqual(answer, { ...passedOn, deploymentId: 'deployment-demo', fetched: true });
});

test('users are read from the results of a search, by members that their model has', async () => {
  const user = model('User');
  for (const member of ['id', 'email', 'state']) assert.ok(user.includes(member), member);
  const everything = Object.fromEntries(user.map((member) => [member, {}]));
  const bob = { ...everything, id: 'user-bob', email: 'bob@example.com', state: 'active' };
  cobrowse.genesys.answerNext('search', { total: 1, pageCount: 1, pageNumber: 1, types: ['users'], results: [bob] });
  const { userId } = await cobrowse.invoke({ email: 'bob@example.com' });
  assert.equal(userId, 'user-bob');
});

test('a search asks with members that its models have', async () => {
  await cobrowse.invoke({ email: 'alice@example.com' });
  const { query, ...search } = JSON.parse(cobrowse.genesys.requests.find(({ name }) => name === 'search').body);
  const unknown = (object, name) => Object.keys(object).filter((member) => !model(name).includes(member));
  assert.deepEqual(unknown({ query, ...search }, 'UserSearchRequest'), []);
  for (const criterion of query) assert.deepEqual(unknown(criterion, 'UserSearchCriteria'), []);
});

test('an error is told by its code and its contextId', async () => {
  cobrowse.genesys.failNext('startInConversation', {
    status: 403,
    body: { status: 403, code: 'missing.permissions', contextId: 'context-demo', message: 'No.', details: [], errors: [] },
  });
  const failure = await cobrowse.invoke({ conversationId: 'conversation-demo' }).catch((error) => error);
  assert.equal(failure.errorType, 'genesys-permission-missing');
  const { genesys } = JSON.parse(failure.message);
  assert.deepEqual(genesys, { status: 403, code: 'missing.permissions', correlationId: 'context-demo' });
});
