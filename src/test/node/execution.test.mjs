import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startFunction } from './function.mjs';
import { FunctionError } from './runtime-api.mjs';
import { execute, keyOf } from './state-machine.mjs';

let cobrowse;
before(async () => (cobrowse = await startFunction()));
beforeEach(() => cobrowse.genesys.reset());
after(() => cobrowse?.stop());

test('a session that was started is the output', async () => {
  const { output, error } = await execute({ email: 'alice@example.com' }, { name: 'success', invoke: cobrowse.invoke });
  assert.equal(error, undefined);
  assert.equal(output.id, 'session-demo');
  assert.equal(output.userId, 'user-alice');
  assert.equal(output.fetched, true);
  assert.equal(cobrowse.genesys.calls.start, 1);
});

test('the hash of the name of the execution is the idempotency key of every attempt', async () => {
  const events = [];
  const invoke = async (event) => events.push(event) < 3 ? throttled() : cobrowse.invoke(event);
  const { output } = await execute({ userId: 'user-alice' }, { name: 'Grüße-名', invoke });
  assert.equal(output.id, 'session-demo');
  assert.deepEqual(events, Array(3).fill({ userId: 'user-alice', idempotencyKey: keyOf('Grüße-名'), correlationId: 'Grüße-名' }));
});

test('a request that Genesys had no time for is made again', async () => {
  cobrowse.genesys.failNext('start', { status: 429, headers: { 'Retry-After': '60' } });
  const { output } = await execute({ userId: 'user-alice' }, { name: 'retried', invoke: cobrowse.invoke });
  assert.equal(output.id, 'session-demo');
  assert.equal(cobrowse.genesys.calls.start, 2);
});

test('an answer that was lost is asked for again, and is the same session', async () => {
  let attempts = 0;
  const invoke = async (event) => {
    const answer = await cobrowse.invoke(event);
    return ++attempts === 1 ? lost() : answer;
  };
  const { output } = await execute({ userId: 'user-alice' }, { name: 'lost', invoke });
  assert.equal(output.id, 'session-demo');
  assert.equal(attempts, 2);
  assert.equal(cobrowse.genesys.calls.start, 1);
});

test('a failure that started nothing ends the execution under its own name', async () => {
  const { error, cause } = await execute({ email: 'nobody@example.com' }, { name: 'plain', invoke: cobrowse.invoke });
  assert.equal(error, 'target-not-found');
  assert.equal(JSON.parse(JSON.parse(cause).errorMessage).code, 'target-not-found');
  assert.equal(cobrowse.genesys.calls.search, 1);
  assert.equal(cobrowse.genesys.calls.start, undefined);
});

test('a session that may exist is never started again', async () => {
  cobrowse.genesys.failNext('start', 'hang up');
  const { error, cause } = await execute({ userId: 'user-alice' }, { name: 'unknown', invoke: cobrowse.invoke });
  assert.equal(error, 'outcome-unknown');
  assert.match(cause, /"Error":"outcome-unknown"/);
  assert.equal(cobrowse.genesys.calls.start, 1);
});

test('a function that never answers leaves the outcome unknown', async () => {
  const { error, cause } = await execute({ userId: 'user-alice' }, { name: 'silent', invoke: lost });
  assert.equal(error, 'outcome-unknown');
  assert.match(cause, /"Error":"Sandbox.Timedout"/);
});

function lost() {
  throw new FunctionError({ errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out after 15.00 seconds' });
}

function throttled() {
  throw new FunctionError({ errorType: 'Lambda.TooManyRequestsException', errorMessage: 'Rate Exceeded.' });
}
