import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { canEmulate, Emulator } from './emulator.mjs';
import { startWith } from './function.mjs';
import { startLambda } from './lambda-endpoint.mjs';

const skip = canEmulate() ? false : 'NOT TESTED: there is no moto (pip install moto[server])';

let aws, lambda, cobrowse;
before(async () => {
  if (skip) return;
  lambda = await startLambda((event) => cobrowse.invoke(event));
  aws = await Emulator.start(lambda.url);
  cobrowse = await startWith(aws.environment);
});
beforeEach(() => cobrowse?.genesys.reset());
after(async () => {
  await cobrowse?.stop();
  await aws?.stop();
  await lambda?.stop();
});

test('the deployed function logs in with the secret of its parameter', { skip }, async () => {
  // It logs in while it starts, unless it finds a token in the table, where the other has put it.
  const fresh = await startWith({ ...aws.environment, TOKEN_TABLE: '' });
  try {
    await fresh.invoke({ userId: 'user-alice', idempotencyKey: 'secret' });
    const { headers } = fresh.genesys.requests.find(({ name }) => name === 'token');
    assert.equal(Buffer.from(headers.authorization.split(' ')[1], 'base64').toString(), 'client:emulated');
  } finally {
    await fresh.stop();
  }
});

test('an execution of the deployed state machine starts a session', { skip }, async () => {
  const { status, output } = await aws.execute({ email: 'alice@example.com' }, 'first');
  assert.equal(status, 'SUCCEEDED');
  assert.equal(output.userId, 'user-alice');
  assert.equal(output.joinCode, '123456');
  assert.equal(cobrowse.genesys.calls.start, 1);
});

test('the deployed table keeps the session for whoever repeats the name of the execution', { skip }, async () => {
  await aws.execute({ userId: 'user-alice' }, 'kept');
  const idempotencyKey = createHash('sha256').update('kept').digest('hex');
  const again = await cobrowse.invoke({ userId: 'user-alice', idempotencyKey });
  assert.equal(again.id, 'session-demo');
  assert.equal(cobrowse.genesys.calls.start, 1);
  assert.ok((await aws.items()).length >= 2);
});

test('a failure of the deployed function ends the execution under its own name', { skip }, async () => {
  const { status, error } = await aws.execute({ email: 'nobody@example.com' }, 'nobody');
  assert.equal(status, 'FAILED');
  assert.equal(error, 'target-not-found');
});

test('the deployed state machine tries again what started nothing', { skip }, async () => {
  for (let i = 0; i < 4; i++) cobrowse.genesys.failNext('search', { status: 503 });
  const { status, output } = await aws.execute({ email: 'alice@example.com' }, 'again');
  assert.equal(status, 'SUCCEEDED');
  assert.equal(output.id, 'session-demo');
  assert.equal(cobrowse.genesys.calls.start, 1);
});

test('a session that may exist is not started again by the deployed state machine', { skip }, async () => {
  cobrowse.genesys.failNext('start', 'hang up');
  const { status, error } = await aws.execute({ userId: 'user-alice' }, 'unknown');
  assert.equal(status, 'FAILED');
  assert.equal(error, 'outcome-unknown');
  assert.equal(cobrowse.genesys.calls.start, 1);
});
