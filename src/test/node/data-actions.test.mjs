import Ajv from 'ajv';
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { actions, outputs, request } from './data-actions.mjs';
import { startFunction } from './function.mjs';

const start = actions['start-cobrowse-session.json'];
const fetch = actions['fetch-cobrowse-session.json'];
const end = actions['end-cobrowse-session.json'];

const OF_DEPLOYMENT = { sessionId: 'session-demo', deploymentId: 'deployment-demo' };
const SESSION = { id: 'session-demo', joinCode: '123456', communicationType: 'Message' };

let cobrowse;
before(async () => (cobrowse = await startFunction({ GENESYS_DEPLOYMENT_ID: 'deployment-default' })));
beforeEach(() => cobrowse.genesys.reset());
after(() => cobrowse?.stop());

/** Executes a data action as Genesys does, and checks both its contracts. */
async function execute(action, input) {
  const { inputSchema } = action.contract.input;
  const { successSchema } = action.contract.output;
  conforms(inputSchema, input);
  const result = outputs(action, await cobrowse.invoke(request(action, input)));
  conforms(successSchema, result);
  assert.deepEqual(Object.keys(result).sort(), Object.keys(successSchema.properties).sort());
  return result;
}

function conforms(schema, value) {
  const ajv = new Ajv({ allErrors: true });
  assert.ok(ajv.validate(schema, value), ajv.errorsText());
}

test('a session is started in a conversation', async () => {
  const result = await execute(start, { conversationId: 'conversation-demo' });
  assert.deepEqual(result, { ...SESSION, websocketUrl: '', dateOfferEnds: '', fetched: false });
  assert.equal(cobrowse.genesys.calls.startInConversation, 1);
});

test('under the same key, the same session is the answer', async () => {
  const input = { conversationId: 'conversation-demo', deploymentId: 'deployment-demo', idempotencyKey: 'offer-"1"' };
  const first = await execute(start, input);
  assert.deepEqual(await execute(start, input), first);
  assert.equal(cobrowse.genesys.calls.startInConversation, 1);
});

test('a session is fetched', async () => {
  const result = await execute(fetch, OF_DEPLOYMENT);
  assert.deepEqual(result, { ...SESSION, websocketUrl: '', dateOfferEnds: '', fetched: true });
});

test('a session is ended', async () => {
  assert.deepEqual(await execute(end, OF_DEPLOYMENT), { id: 'session-demo', ended: true });
  assert.equal(cobrowse.genesys.calls.endOfDeployment, 1);
});

test('a session is ended in the default deployment where the flow names none', async () => {
  await execute(end, { sessionId: 'session-demo', deploymentId: '' });
  const { url } = cobrowse.genesys.requests.find(({ name }) => name === 'endOfDeployment');
  assert.equal(url, '/api/v2/webdeployments/deployments/deployment-default/cobrowse/session-demo');
});

test('what Genesys says of a session goes into the outputs', async () => {
  const details = { websocketUrl: 'wss://cobrowse.example.com/s', dateOfferEnds: '2026-11-26T09:05:00Z' };
  cobrowse.genesys.answerNext('startInConversation', { ...SESSION, ...details });
  const { fetched, ...result } = await execute(start, { conversationId: 'conversation-demo' });
  assert.deepEqual(result, { ...SESSION, ...details });
});

test('an input cannot add members to the request', async () => {
  const input = { conversationId: 'conversation-demo","userId":"user-alice' };
  assert.deepEqual(Object.keys(request(start, input)), ['conversationId']);
  await assert.rejects(execute(start, input), { errorType: 'invalid-request' });
});

test('a failure is a function error, which no template sees', async () => {
  cobrowse.genesys.failNext('startInConversation', { status: 404 });
  await assert.rejects(execute(start, { conversationId: 'conversation-demo' }), { errorType: 'target-not-found' });
});
