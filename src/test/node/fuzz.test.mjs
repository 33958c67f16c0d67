import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { startFunction } from './function.mjs';
import { CORPUS } from './fuzz-corpus.mjs';
import { randomFrom } from './random.mjs';
import { FunctionError } from './runtime-api.mjs';

/** FUZZ_SEED repeats a run that failed, FUZZ_SECONDS says how long to try. */
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 32);
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 20);
const MAX_MILLIS = 20_000;
const STRANGER = 'STRANGER';
const { number, below, oneOf } = randomFrom(SEED);

/** The ids of sessions that Genesys starts if it is asked to, by call. */
let started = {};
let cobrowse;
const starts = async (settings = {}) => (cobrowse = await startFunction({ COBROWSE_DEADLINE: 'PT2S', ...settings }));
afterEach(() => cobrowse.stop());

test('what ever broke is survived', async () => {
  await starts();
  for (const { name, event, call, answer } of CORPUS) {
    cobrowse.genesys.reset();
    if (call) cobrowse.genesys.answerNext(call, answer);
    await holds(event, name);
  }
});

test('nothing that callers and Genesys write breaks a promise', async (t) => {
  await starts();
  await tryOften(t, async (event, message) => {
    started = {};
    for (const call of ['search', 'start', 'startInConversation', 'fetch', 'fetchOfDeployment', 'endOfDeployment']) {
      if (number() < 0.5) upset(call);
    }
    await holds(someEvent(), message);
  });
});

test('nothing that a table and a secret of AWS say breaks a promise', async (t) => {
  await starts({ IDEMPOTENCY_TABLE: 'keys', GENESYS_CREDENTIALS_SECRET_ID: 'credentials' });
  await tryOften(t, async (event, message) => {
    const { genesys } = cobrowse;
    started = { start: `session-${event}` };
    // The credentials are read again.
    if (number() < 0.2) genesys.failNext('fetch', { status: 401 });
    genesys.answerNext('start', { id: started.start });
    for (const call of ['GetItem', 'PutItem', 'PutItem', 'PutItem', 'DeleteItem', 'GetSecretValue']) {
      if (number() < 0.3) genesys.failNext(call, number() < 0.1 ? 'hang up' : someAnswerOfAws(call));
    }
    await holds({ userId: 'user-alice', idempotencyKey: `key-${event}` }, message);
    assert.ok((genesys.calls.start ?? 0) <= 1, message);
  });
});

/** @param attempt is told its number, and how to repeat it */
async function tryOften(t, attempt) {
  t.diagnostic(`FUZZ_SEED=${SEED}`);
  let event = 0;
  for (const end = Date.now() + SECONDS * 1_000; Date.now() < end; event++) {
    cobrowse.genesys.reset();
    await attempt(event, `FUZZ_SEED=${SEED}, event ${event}`);
  }
  t.diagnostic(`${event} events`);
}

/**
 * The promises: an answer in time, of a documented kind, about nobody else, never the answer to another request, whatever
 * stands around one, and nothing asked for an invalid request.
 */
async function holds(event, message) {
  const { genesys } = cobrowse;
  const outcome = await inTime(event, message);
  const code = outcome.errorType ?? outcome.code;
  assert.notEqual(code, 'internal-error', message);
  assert.doesNotMatch(String(code), /^(Runtime|Sandbox)\./, message);
  if (code === 'invalid-request') {
    const asked = Object.keys(genesys.calls).filter((call) => call !== 'token');
    assert.deepEqual(asked, [], `${message}: asked for an invalid request`);
  }
  assert.doesNotMatch(JSON.stringify(outcome), new RegExp(STRANGER), `${message}: tells of another`);
  for (const [call, id] of Object.entries(started)) {
    if (genesys.calls[call] === 1) assert.equal(outcome.id, id, `${message}: a session was started and is not told`);
  }
}

async function inTime(event, message) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${message}: no answer in time`)), MAX_MILLIS);
  });
  try {
    const answer = await Promise.race([cobrowse.invoke(event), late]);
    if (answer?.statusCode === undefined) return answer;
    assert.notEqual(answer.statusCode, 500, message);
    return answer.body ? { ...JSON.parse(answer.body) } : {};
  } catch (error) {
    if (error instanceof FunctionError) return { errorType: error.errorType, message: error.message };
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function upset(call) {
  const status = oneOf([200, 200, 200, 200, 302, 400, 401, 403, 404, 409, 418, 500]);
  if (number() < 0.05) return cobrowse.genesys.failNext(call, 'hang up');
  const body = number() < 0.2 ? someTree(4) : someAnswer(call);
  cobrowse.genesys.failNext(call, { status, body, ...someExcess() });
  const known = status === 200 && typeof body?.id === 'string' && body.id !== STRANGER && body.id.trim() !== '';
  if (known && call.startsWith('start')) started[call] = body.id;
}

/** What may stand before and behind a response, in ways that no HTTP server would let it. */
function someExcess() {
  const interim = () => `HTTP/1.1 ${oneOf([100, 102, 103, 104, 110, 199])} Wait\r\n${oneOf(['', 'Link: </a>\r\n'])}\r\n`;
  const stranger = JSON.stringify({ id: STRANGER, joinCode: STRANGER, access_token: STRANGER, results: [] });
  const before = number() < 0.2 ? Array.from({ length: 1 + below(3) }, interim).join('') : '';
  const behind = oneOf([
    () => `HTTP/1.1 ${oneOf([200, 201, 401, 404])} Again\r\nContent-Length: ${stranger.length}\r\n\r\n${stranger}`,
    () => `HTTP/1.1 200 OK\r\n\r\n${stranger}`,
    () => stranger,
    () => someText().replace(/[^\x20-\x7e]/g, ''),
    () => '0\r\n\r\n',
  ])();
  return { before, behind: number() < 0.2 ? behind : '' };
}

function someAnswerOfAws(call) {
  const error = oneOf(['ConditionalCheckFailed', 'Throttling', 'ResourceNotFound', 'AccessDenied', 'Validation', someText()]);
  const body = oneOf([
    () => ({}),
    () => someTree(4),
    () => ({ __type: `com.amazonaws.dynamodb.v20120810#${error}Exception`, Item: someItem(), message: someText() }),
    () => (call === 'GetSecretValue' ? { SecretString: JSON.stringify(someTree(2)) } : { Item: someItem() }),
  ])();
  return { status: oneOf([200, 200, 200, 400, 400, 413, 500, 503]), body: body ?? {}, ...someExcess() };
}

function someItem() {
  const value = () => ({ [oneOf(['S', 'N', 'M'])]: oneOf([someText, () => String(below(2 ** 31)), () => someTree(2)])() });
  const names = ['id', 'owner', 'step', 'state', 'until', 'expiresAt', 'data', 'request'];
  return Object.fromEntries(names.filter(() => number() < 0.8).map((name) => [name, value()]));
}

function someAnswer(call) {
  const stranger = number() < 0.3;
  const answer = { id: stranger ? STRANGER : oneOf(['session-demo', 'a.b', 'urn:s:1', 'x'.repeat(65), '..', 7]) };
  if (stranger) Object.assign(answer, { userId: STRANGER, conversationId: STRANGER, joinUrl: `https://${STRANGER}.example` });
  for (const name of ['state', 'joinCode', 'dateOfferEnds', 'createdTimestamp', 'websocketUrl', 'message', 'code']) {
    // The code of an error is passed on, whoever it is about.
    if (number() < 0.3) answer[name] = stranger && name !== 'code' ? STRANGER : someTree(3);
  }
  if (call !== 'search') return answer;
  return { results: [answer, someTree(2)], total: oneOf([1, 2, '3', -1, 1e9, null]), pageCount: oneOf([1, 2, 'x', {}]) };
}

function someEvent() {
  const event = oneOf([
    () => ({ userId: 'user-alice' }),
    () => ({ email: 'alice@example.com' }),
    () => ({ conversationId: 'conversation-demo', deploymentId: 'deployment-demo' }),
    () => ({ operation: 'fetch', sessionId: 'session-demo' }),
    () => ({ operation: 'end', sessionId: 'session-demo', deploymentId: 'deployment-demo' }),
    () => http('POST', '/v1/cobrowse-sessions', JSON.stringify({ userId: 'user-alice' })),
    () => http('GET', '/v1/cobrowse-sessions/session-demo'),
    () => http(oneOf(['GET', 'DELETE', 'PUT', 'x']), someText(), someText()),
    () => someTree(4),
  ])();
  if (event && typeof event === 'object' && number() < 0.3) event[oneOf(['userId', 'operation', 'type', someText()])] = someTree(2);
  return event;
}

/** In payload format 2.0, as of an HTTP API or a function URL, or 1.0, as of a REST API. */
function http(method, path, body) {
  const prefix = number() < 0.3 ? `/${someText()}` : '';
  const authorizer = number() < 0.3 ? { [oneOf(['jwt', 'lambda', 'claims', 'iam', 'sub'])]: someTree(3) } : undefined;
  const headers = { 'content-type': 'application/json', [someText()]: someText() };
  const message = { headers, body, isBase64Encoded: number() < 0.1 };
  if (number() < 0.5) {
    const requestContext = { http: { method, path: prefix + path }, authorizer, requestId: 'r' };
    const rawQueryString = number() < 0.2 ? someText() : '';
    return { version: '2.0', rawPath: prefix + path, rawQueryString, requestContext, ...message };
  }
  return {
    version: '1.0',
    httpMethod: method,
    path,
    multiValueHeaders: number() < 0.5 ? { 'X-Correlation-Id': [someText(), someTree(1)] } : null,
    queryStringParameters: number() < 0.2 ? { [someText()]: someText(), deploymentId: someTree(1) } : null,
    requestContext: { path: prefix + path, authorizer, requestId: 'r' },
    ...message,
  };
}

function someTree(depth) {
  const leaf = [someText, () => below(2 ** 31), () => number() * 1e300, () => true, () => null];
  if (depth === 0 || number() < 0.5) return oneOf(leaf)();
  if (number() < 0.5) return Array.from({ length: below(4) }, () => someTree(depth - 1));
  return Object.fromEntries(Array.from({ length: below(4) }, () => [someText() || 'a', someTree(depth - 1)]));
}

function someText() {
  const alphabet = ['a', 'Z', '7', '/', '%', ' ', '\n', '\u0000', 'ü', '\ud83d\ude00', '"', '\\', ':', '.', '-', '{', '@'];
  return Array.from({ length: below(number() < 0.05 ? 3_000 : 12) }, () => oneOf(alphabet)).join('');
}
