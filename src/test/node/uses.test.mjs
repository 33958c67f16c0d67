import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { startFunction } from './function.mjs';

const read = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const DOCUMENT = read('docs/uses.md');

/** A start in the conversation of the examples, as API Gateway passes it on for a token with these claims. */
function start(claims) {
  const event = JSON.parse(read('events/http-post-conversation.json'));
  event.requestContext.authorizer.jwt = { claims, scopes: null };
  return event;
}

async function withFunction(settings, use) {
  const cobrowse = await startFunction({ CALLER_POLICY: 'strict', ...settings });
  try {
    await use(cobrowse);
  } finally {
    await cobrowse.stop();
  }
}

const COGNITO = { iss: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_example', sub: 'alice' };
const AUTH0 = { iss: 'https://example.eu.auth0.com/', sub: 'auth0|alice', aud: 'https://cobrowse.example.com' };
const ENTRA = { iss: 'https://login.microsoftonline.com/example/v2.0', sub: 'alice', aud: 'cobrowse', ver: '2.0' };

const AGENTS = [
  ['Cognito', 'cobrowse/any', { ...COGNITO, client_id: 'desktop', token_use: 'access', scope: 'openid cobrowse/any' }],
  ['Auth0', 'cobrowse:any', { ...AUTH0, scope: 'openid cobrowse:any' }],
  ['Entra ID', 'cobrowse.any', { ...ENTRA, scp: 'cobrowse.any' }],
];

for (const [issuer, scope, claims] of AGENTS) {
  test(`an agent's access token of ${issuer} may start a session in any conversation`, () =>
    withFunction({ CALLER_SCOPE: scope }, async ({ invoke }) => {
      assert.equal((await invoke(start(claims))).statusCode, 201);
      const { scope: _, scp: __, ...without } = claims;
      assert.equal((await invoke(start(without))).statusCode, 403);
    }));

  test(`the scope for ${issuer} is the one that the document names`, () => {
    assert.match(DOCUMENT, new RegExp(`^\\| ${issuer} .*\\| \`${scope}\` \\|$`, 'm'));
  });
}

const VISITORS = [
  ['Cognito', 'conversation_id', { ...COGNITO, aud: 'page', token_use: 'id', email: 'alice@example.com' }],
  ['Auth0', 'https://example.com/conversation_id', AUTH0],
  ['Entra ID', 'conversation_id', ENTRA],
];

test('the document names these claims, in this order', () => {
  const row = VISITORS.map(([, claim]) => `\`${claim}\``).join(' | ');
  assert.ok(DOCUMENT.includes(`| \`CallerConversationIdClaim\` | ${row} |`));
});

for (const [issuer, claim, claims] of VISITORS) {
  test(`a visitor's token of ${issuer} may start one in the conversation that it names, and in no other`, () =>
    withFunction({ CALLER_CONVERSATION_ID_CLAIM: claim }, async ({ invoke }) => {
      assert.equal((await invoke(start({ ...claims, [claim]: 'conversation-demo' }))).statusCode, 201);
      assert.equal((await invoke(start({ ...claims, [claim]: 'conversation-2' }))).statusCode, 403);
      assert.equal((await invoke(start(claims))).statusCode, 403);
    }));
}
