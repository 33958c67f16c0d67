import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FunctionError } from './runtime-api.mjs';
import { execute, keyOf } from './state-machine.mjs';

/** A function whose attempts end with these: a session, or the name of an error. */
const script = (...outcomes) => {
  const requests = [];
  const invoke = async (event) => {
    requests.push(event);
    const outcome = outcomes.length > 1 ? outcomes.shift() : outcomes[0];
    if (typeof outcome === 'string') throw new FunctionError({ errorType: outcome, errorMessage: outcome });
    return outcome;
  };
  return { requests, invoke };
};
const run = async (...outcomes) => {
  const { requests, invoke } = script(...outcomes);
  const { output, error } = await execute({ conversationId: 'c-1' }, { name: 'n-1', invoke });
  return { id: output?.id, error, requests };
};
const LOST = 'Sandbox.Timedout';
const SESSION = { id: 'session-1' };

test('a function that cannot be run has started nothing', async () => {
  const transient = 'Lambda.ENILimitReachedException';
  for (const error of ['Runtime.InvalidEntrypoint', 'Lambda.AccessDeniedException', transient]) {
    assert.equal((await run(error)).error, error);
  }
});

test('a function that cannot be run any more may have started a session before', async () => {
  for (const error of ['Runtime.InvalidEntrypoint', 'Lambda.AccessDeniedException', 'idempotency-unavailable']) {
    assert.equal((await run(LOST, error)).error, 'outcome-unknown', error);
  }
});

test('what is lost is asked for once more under the same key', async () => {
  const { id, requests } = await run(LOST, SESSION);
  assert.equal(id, 'session-1');
  assert.deepEqual(requests, Array(2).fill({ conversationId: 'c-1', idempotencyKey: keyOf('n-1'), correlationId: 'n-1' }));
});

test('an error that nobody knows is asked about, and the function has the last word', async () => {
  assert.equal((await run('Some.NewError', 'target-not-found')).error, 'target-not-found');
  assert.equal((await run('Some.NewError', 'Some.NewError')).error, 'outcome-unknown');
});

test('an attempt that still runs is waited for', async () => {
  const { id, requests } = await run(LOST, 'request-in-progress', 'request-in-progress', SESSION);
  assert.equal(id, 'session-1');
  assert.equal(requests.length, 4);
});

test('a store that is not there before anything was sent leaves no doubt', async () => {
  assert.equal((await run('idempotency-unavailable')).error, 'idempotency-unavailable');
});
