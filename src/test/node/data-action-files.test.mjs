import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actions, request } from './data-actions.mjs';
import { model } from './sdk-models.mjs';

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

test('inputs that a flow leaves empty are not sent', async () => {
  const input = { conversationId: 'conversation-demo', deploymentId: '', idempotencyKey: '' };
  assert.deepEqual(request(actions['start-cobrowse-session.json'], input), { conversationId: 'conversation-demo' });
  const withoutDeployment = request(actions['end-cobrowse-session.json'], { sessionId: 'session-demo', deploymentId: '' });
  assert.deepEqual(withoutDeployment, { operation: 'end', sessionId: 'session-demo' });
});
