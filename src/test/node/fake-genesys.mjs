import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const ALICE = { id: 'user-alice', name: 'Alice', email: 'alice@example.com', state: 'active' };
const JOIN = { joinUrl: 'https://join.example.com/session-demo', joinCode: '123456' };

const ROUTES = [
  ['token', /^POST \/oauth\/token$/, () => ({ access_token: 'token-demo', token_type: 'bearer', expires_in: 86400 })],
  ['search', /^POST \/api\/v2\/users\/search$/, (_, body) => found(JSON.parse(body))],
  ['start', /^POST \/api\/v2\/cobrowse\/sessions$/, (_, body) => ({ id: 'session-demo', ...JSON.parse(body) })],
  ['fetch', /^GET \/api\/v2\/cobrowse\/sessions\/([^/]+)$/, ([, id]) => ({ id, state: 'pending', ...JOIN })],
  [
    'startInConversation',
    /^POST \/api\/v2\/conversations\/[^/]+\/cobrowse$/,
    () => ({ id: 'session-demo', joinCode: JOIN.joinCode, communicationType: 'Message' }),
  ],
  [
    'fetchOfDeployment',
    /^GET \/api\/v2\/webdeployments\/deployments\/[^/]+\/cobrowse\/([^/]+)$/,
    ([, id]) => ({ id, joinCode: JOIN.joinCode, communicationType: 'Message' }),
  ],
  ['endOfDeployment', /^DELETE \/api\/v2\/webdeployments\/deployments\/[^/]+\/cobrowse\/[^/]+$/, () => undefined],
  ['GetItem', /^DynamoDB_20120810.GetItem$/, () => ({})],
  ['PutItem', /^DynamoDB_20120810.PutItem$/, () => ({})],
  ['DeleteItem', /^DynamoDB_20120810.DeleteItem$/, () => ({})],
  ['GetSecretValue', /^secretsmanager.GetSecretValue$/, () => ({ SecretString: SECRET })],
];
const SECRET = JSON.stringify({ clientId: 'client', clientSecret: 'not-a-real-secret' });

function found({ query }) {
  const results = query.some(({ value }) => value === ALICE.email) ? [ALICE] : [];
  return { results, total: results.length };
}

/** As much of Genesys Cloud as the function asks for, and a table and a secret of AWS. It records the calls, and fails where it is told to. */
export class FakeGenesys {
  /** How often each call was made. */
  calls = {};
  /** Every request, as it came. */
  requests = [];
  #scripted = {};
  #server = createServer((request, response) => this.#answer(request, response));

  static async start() {
    const genesys = new FakeGenesys();
    await new Promise((listening) => genesys.#server.listen(0, '127.0.0.1', listening));
    return genesys;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  /**
   * The next call of this name gets `{status, headers, body}`, or `'hang up'`: no answer at all. The texts `before` and
   * `behind` are written as they are, the one first, the other in one packet with the answer's end.
   */
  failNext(call, failure) {
    (this.#scripted[call] ??= []).push(failure);
  }

  /** The next call of this name succeeds with this body. */
  answerNext(call, body) {
    (this.#scripted[call] ??= []).push({ status: 200, body });
  }

  reset() {
    this.calls = {};
    this.requests = [];
    this.#scripted = {};
  }

  stop() {
    this.#server.closeAllConnections();
    return new Promise((closed) => this.#server.close(closed));
  }

  async #answer(request, response) {
    const body = await text(request);
    const line = request.headers['x-amz-target'] ?? `${request.method} ${request.url}`;
    const [name, path, reply] = ROUTES.find(([, path]) => path.test(line)) ?? ['unknown'];
    this.calls[name] = (this.calls[name] ?? 0) + 1;
    this.requests.push({ name, method: request.method, url: request.url, headers: request.headers, body });
    const scripted = this.#scripted[name]?.shift();
    if (scripted === 'hang up') return request.socket.destroy();
    const { status, headers, body: said, before, behind } = scripted ?? { status: reply ? 200 : 404 };
    const failed = { status, code: 'scripted', message: 'As the test asked' };
    const answer = said ?? (status === 200 ? reply(line.match(path), body) : failed);
    if (!answer) return response.writeHead(204).end();
    if (before) request.socket.write(before);
    request.socket.cork();
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(answer));
    if (behind) request.socket.write(behind);
    process.nextTick(() => request.socket.uncork());
  }
}
