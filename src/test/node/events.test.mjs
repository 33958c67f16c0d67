import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import { startFunction } from './function.mjs';

const EVENTS = new URL('../../../events/', import.meta.url);
const files = readdirSync(EVENTS).filter((file) => file.endsWith('.json'));
const event = (file) => JSON.parse(readFileSync(new URL(file, EVENTS), 'utf8'));

let cobrowse;
before(async () => (cobrowse = await startFunction()));
beforeEach(() => cobrowse.genesys.reset());
after(() => cobrowse?.stop());

const STATUS = { post: 201, get: 200 };

for (const file of files.filter((file) => /^http-(post|get)-/.test(file))) {
  test(`${file} is answered with the session`, async () => {
    const { statusCode, body } = await cobrowse.invoke(event(file));
    assert.equal(statusCode, STATUS[file.split('-')[1]]);
    assert.equal(JSON.parse(body).id, 'session-demo');
  });
}

for (const file of files.filter((file) => /^http-delete-/.test(file))) {
  test(`${file} ends the session`, async () => {
    const { statusCode, body } = await cobrowse.invoke(event(file));
    assert.equal(statusCode, 204);
    assert.ok(!body, body);
    assert.equal(cobrowse.genesys.calls.endOfDeployment, 1);
  });
}

test('a REST API is told its stage in Location', async () => {
  const { headers } = await cobrowse.invoke(event('http-post-rest-api.json'));
  assert.equal(headers.Location, '/prod/v1/cobrowse-sessions/session-demo');
});

for (const file of files.filter((file) => /^direct-(?!end)/.test(file))) {
  test(`${file} is answered with the session`, async () => {
    const { id, fetched } = await cobrowse.invoke(event(file));
    assert.equal(id, 'session-demo');
    assert.equal(typeof fetched, 'boolean');
  });
}

test('direct-end.json ends the session', async () => {
  assert.deepEqual(await cobrowse.invoke(event('direct-end.json')), { id: 'session-demo', ended: true });
  assert.equal(cobrowse.genesys.calls.endOfDeployment, 1);
});

test('every event is tried', () => {
  const tried = files.filter((file) => /^(http-(post|get|delete)|direct)-/.test(file));
  assert.deepEqual(files.filter((file) => !tried.includes(file)), []);
});
