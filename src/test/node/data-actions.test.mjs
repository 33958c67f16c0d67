import Ajv from 'ajv';
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { actions, outputs, request } from './data-actions.mjs';
import { startFunction } from './function.mjs';
import { model } from './sdk-models.mjs';

const start = actions['start-cobrowse-session.json'];
const fetch = actions['fetch-cobrowse-session.json'];
const end = actions['end-cobrowse-session.json'];

const OF_DEPLOYMENT = { sessionId: 'session-demo', deploymentId: 'deployment-demo' };
const SESSION = { id: 'session-demo', joinCode: '123456', communicationType: 'Message' };

let cobrowse;
before(async () => (cobrowse = await startFunction()));
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

for (const [file, action] of Object.entries(actions)) {
  test(`${file} has the members that an export has, as far as the SDK declares them`, () => {
    const { config, contract, ...rest } = action;
    assert.deepEqual(Object.keys(rest), ['name', 'integrationType', 'actionType', 'secure']);
    assert.equal(rest.integrationType, 'aws-lambda-data-actions');
    assert.equal(rest.actionType, 'custom');
    declared('ActionConfig', config);
    declared('RequestConfig', config.request);
    declared('ResponseConfig', config.response);
    declared('ActionContractInput', contract);
    declared('PostInputContract', contract.input);
    declared('PostOutputContract', contract.output);
    declared('JsonSchemaDocument', contract.input.inputSchema);
    declared('JsonSchemaDocument', contract.output.successSchema);
  });

  test(`${file} names a function as the template deploys it`, () => {
    assert.match(action.config.request.requestUrlTemplate, /^arn:aws:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+:live$/);
    assert.equal(action.config.request.requestType, 'POST');
  });

  test(`${file} has flat contracts, and uses what they name`, () => {
    const { inputSchema } = action.contract.input;
    const { successSchema } = action.contract.output;
    for (const { type } of [inputSchema, successSchema].flatMap(({ properties }) => Object.values(properties))) {
      assert.ok(['string', 'boolean'].includes(type), type);
    }
    const used = [...action.config.request.requestTemplate.matchAll(/input\.(\w+)/g)].map(([, name]) => name);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(inputSchema.properties).sort());
    const { translationMap, translationMapDefaults } = action.config.response;
    assert.deepEqual(Object.keys(translationMapDefaults), Object.keys(translationMap));
  });
}

function declared(name, object) {
  assert.deepEqual(Object.keys(object).filter((member) => !model(name).includes(member)), [], name);
}

test('a session is started in a conversation', async () => {
  const result = await execute(start, { conversationId: 'conversation-demo' });
  assert.deepEqual(result, { ...SESSION, websocketUrl: '', dateOfferEnds: '', fetched: false });
  assert.equal(cobrowse.genesys.calls.startInConversation, 1);
});

test('inputs that a flow leaves empty are not sent', async () => {
  const input = { conversationId: 'conversation-demo', deploymentId: '', idempotencyKey: '' };
  assert.deepEqual(request(start, input), { conversationId: 'conversation-demo' });
  const withoutDeployment = request(end, { sessionId: 'session-demo', deploymentId: '' });
  assert.deepEqual(withoutDeployment, { operation: 'end', sessionId: 'session-demo' });
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
