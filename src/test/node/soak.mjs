// 100,000 requests, a tenth of them with a fault, to the native executable; at the end, every session that Genesys
// started has been told once, or called unknown once, and nothing has grown.
//
//   FUNCTION=$(ls ../../../target/*-runner) node soak.mjs [requests]
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { startFunction } from './function.mjs';
import { randomFrom } from './random.mjs';
import { FunctionError } from './runtime-api.mjs';

const REQUESTS = Number(process.argv[2] ?? 100_000);
const SEED = Number(process.env.SOAK_SEED ?? 1);
const { number, oneOf } = randomFrom(SEED);
const USER = { userId: 'user-alice' };
const EMAIL = { email: 'alice@example.com' };

const OTHER = JSON.stringify({ id: 'of-another', joinCode: '666666' });
const BEHIND = `HTTP/1.1 200 OK\r\nContent-Length: ${OTHER.length}\r\n\r\n${OTHER}`;

/** A fault: the request, the call that fails, how, the outcome expected, and whether a session was started all the same. */
const FAULTS = [
  [USER, 'start', { status: 404 }, 'target-not-found'],
  [USER, 'start', { status: 403 }, 'genesys-permission-missing'],
  [USER, 'start', { status: 409 }, 'genesys-rejected'],
  [USER, 'start', { status: 429, headers: { 'Retry-After': '60' } }, 'genesys-rate-limited'],
  [USER, 'start', { status: 500 }, 'outcome-unknown'],
  [USER, 'start', 'hang up', 'outcome-unknown'],
  [USER, 'start', { status: 200, body: { id: 'S', userId: 'somebody-else' } }, 'outcome-unknown'],
  [USER, 'start', { status: 200, before: 'HTTP/1.1 102 Processing\r\n\r\n' }, 'fetched'],
  [USER, 'start', { status: 200, behind: BEHIND }, 'fetched'],
  [USER, 'start', { status: 200, before: 'HTTP/1.1 101 Switching Protocols\r\n\r\n' }, 'outcome-unknown'],
  [USER, 'fetch', { status: 200, behind: BEHIND }, 'fetched'],
  [USER, 'fetch', { status: 404 }, 'not fetched'],
  [USER, 'fetch', { status: 500 }, 'not fetched'],
  [USER, 'fetch', { status: 200, body: { id: 'of-another' } }, 'not fetched'],
  [EMAIL, 'search', { status: 200, body: { results: [], total: 0 } }, 'target-not-found'],
  [EMAIL, 'search', { status: 200, body: { results: [], total: 1_000 , pageCount: 40 } }, 'genesys-rejected'],
  [{ userId: 'a b' }, 'none', null, 'invalid-request'],
];

const cobrowse = await startFunction({ IDEMPOTENCY_TABLE: '' });
const told = new Set();
const counts = {};
const samples = [];
const begun = Date.now();
for (let i = 1; i <= REQUESTS; i++) {
  const id = `session-${i}`;
  const faulty = number() < 0.1;
  const [request, call, failure, expected] = faulty ? oneOf(FAULTS) : [oneOf([USER, EMAIL]), 'none', null, 'fetched'];
  cobrowse.genesys.reset();
  const session = { id, userId: 'user-alice' };
  if (call !== 'start') cobrowse.genesys.answerNext('start', session);
  const body = call === 'start' && failure.status === 200 ? session : undefined;
  if (failure) cobrowse.genesys.failNext(call, failure === 'hang up' ? failure : { body, ...failure });
  const outcome = await outcomeOf(request, id);
  assert.equal(outcome, expected, `request ${i}: ${JSON.stringify(request)}, ${call} ${JSON.stringify(failure)}`);
  assert.ok((cobrowse.genesys.calls.start ?? 0) <= 1, `request ${i}: started twice`);
  counts[outcome] = (counts[outcome] ?? 0) + 1;
  if (i % Math.max(1, REQUESTS / 10) === 0) samples.push(sample(i));
}
const seconds = (Date.now() - begun) / 1000;
await cobrowse.stop();

console.table(samples);
console.table(counts);
console.log(`${REQUESTS} requests in ${seconds.toFixed(0)} s, ${told.size} sessions told, each once; SOAK_SEED=${SEED}`);
const [first, last] = [samples[0], samples.at(-1)];
assert.ok(last.residentMB < first.residentMB * 1.2 + 2, 'memory grows');
assert.ok(last.descriptors <= first.descriptors + 3, 'descriptors grow');
assert.ok(last.threads <= first.threads + 2, 'threads grow');

async function outcomeOf(request, id) {
  try {
    const session = await cobrowse.invoke(request);
    assert.equal(session.id, id);
    assert.ok(!told.has(id), `${id} was told twice`);
    told.add(id);
    return session.fetched ? 'fetched' : 'not fetched';
  } catch (error) {
    if (error instanceof FunctionError) return error.errorType;
    throw error;
  }
}

function sample(requests) {
  const status = readFileSync(`/proc/${cobrowse.pid}/status`, 'utf8');
  const field = (name) => Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))[1]);
  return {
    requests,
    residentMB: Math.round(field('VmRSS') / 1024),
    threads: field('Threads'),
    descriptors: readdirSync(`/proc/${cobrowse.pid}/fd`).length,
  };
}
