import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { FakeGenesys } from './fake-genesys.mjs';
import { startFunction } from './function.mjs';
import { callWithSdk } from './sdk.mjs';

const ALL = ['token', 'search', 'startInConversation', 'fetchOfDeployment', 'endOfDeployment'];

/** Where our headers are meant to differ from those of the SDK: header, calls, ours, the SDK's. */
const MEANT = [
  // Genesys can tell who calls, in which version.
  ['user-agent', ALL, /^cobrowse-function\/\d+\.\d+\.\d+/, /^axios\//],
  // Without the header any coding would do (RFC 9110, 12.5.3); what is not packed cannot grow when it is read.
  ['accept-encoding', ALL, /^identity$/, /gzip/],
  // HTTP/1.1 keeps connections without being asked.
  ['connection', ALL, /^$/, /^keep-alive$/],
  // Nothing else could be read.
  ['accept', ['token'], /^application\/json$/, /^application\/json, /],
  // It says what a body is, and neither has one. The start keeps it, for other starts do have one.
  ['content-type', ['fetchOfDeployment', 'endOfDeployment'], /^$/, /^application\/json$/],
];

/** What the function was asked to do, and the calls that it makes of it. */
const EVENTS = [
  { email: 'alice@example.com' },
  { conversationId: 'conversation-demo' },
  { operation: 'fetch', sessionId: 'session-demo', deploymentId: 'deployment-demo' },
  { operation: 'end', sessionId: 'session-demo', deploymentId: 'deployment-demo' },
];

let ours, sdks;
before(async () => {
  const cobrowse = await startFunction();
  const genesys = await FakeGenesys.start();
  try {
    for (const event of EVENTS) await cobrowse.invoke(event).catch(() => 'The comparison shows what was not sent');
    ours = byCall(cobrowse.genesys.requests);
    await callWithSdk(genesys.url, { search: JSON.parse(ours.search.body) });
    sdks = byCall(genesys.requests);
  } finally {
    await Promise.all([cobrowse.stop(), genesys.stop()]);
  }
});

const byCall = (requests) => Object.fromEntries(requests.map((request) => [request.name, request]));

for (const call of ALL) {
  test(`${call}: method, path, query and body are those of the SDK`, () => {
    const { method, url, body } = sdks[call];
    assert.deepEqual({ method: ours[call]?.method, url: ours[call]?.url }, { method, url });
    assert.deepEqual(members(ours[call]), members({ body, ...sdks[call] }));
  });

  test(`${call}: every header is that of the SDK, but where it is meant to differ`, () => {
    const { host: _, ...mine } = ours[call].headers;
    const { host: __, ...theirs } = sdks[call].headers;
    for (const header of Object.keys({ ...mine, ...theirs })) {
      const meant = MEANT.find(([name, calls]) => name === header && calls.includes(call));
      if (meant) {
        const [, , our, sdks] = meant;
        assert.match(mine[header] ?? '', our, header);
        assert.match(theirs[header] ?? '', sdks, `${header} of the SDK is not what it was`);
      } else {
        assert.equal(mine[header], theirs[header], header);
      }
    }
  });
}

test('every call that the SDK made was compared', () => {
  assert.deepEqual(Object.keys(sdks).sort(), [...ALL].sort());
});

/** A body, whatever the order of its members and the form of its JSON. */
function members({ headers, body }) {
  return headers['content-type'] === 'application/json' && body
    ? JSON.parse(body)
    : Object.fromEntries(new URLSearchParams(body));
}
