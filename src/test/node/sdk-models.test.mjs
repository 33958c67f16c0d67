import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declares, methods, model } from './sdk-models.mjs';

// A release of the SDK with other members fails here, and somebody decides what they mean for the function.
const SESSION = 'communicationType dateOfferEnds id joinCode name selfUri websocketUrl'.split(' ');
const SEARCH = 'currentPage nextPage pageCount pageNumber pageSize previousPage results total types'.split(' ');
const ERROR =
  'code contextId details entityId entityName errors limit message messageParams messageWithParams status'.split(' ');

test('the models have the members that were looked at', () => {
  assert.deepEqual(model('CobrowseWebMessagingSession'), SESSION);
  assert.deepEqual(model('UsersSearchResponse'), SEARCH);
  assert.deepEqual(model('ErrorBody'), ERROR);
});

test('the SDK knows these calls for sessions of conversations and deployments, and no others', () => {
  assert.deepEqual(methods(/cobrowse/i).filter((name) => !/Conversations?Cobrowsesession/.test(name)), [
    'deleteWebdeploymentsDeploymentCobrowseSessionId',
    'getWebdeploymentsDeploymentCobrowseSessionId',
    'postConversationCobrowse',
  ]);
});

test('the SDK knows nothing of the tutorial', () => {
  assert.ok(!declares('joinUrl'));
  assert.ok(!model('getUsersOptions').includes('email'));
  assert.deepEqual(methods(/^(get|post)Cobrowse/), []);
});
