import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { startFunction } from './function.mjs';

const EVENTS = new URL('../../../events/', import.meta.url);
const files = readdirSync(EVENTS).filter((file) => file.endsWith('.json'));
const event = (file) => JSON.parse(readFileSync(new URL(file, EVENTS), 'utf8'));

let cobrowse;
before(async () => (cobrowse = await startFunction()));
after(() => cobrowse?.stop());

for (const file of files.filter((file) => file.startsWith('http-'))) {
  test(`${file} is answered with the session`, async () => {
    const { statusCode, body } = await cobrowse.invoke(event(file));
    assert.equal(statusCode, file.startsWith('http-post-') ? 201 : 200);
    assert.equal(JSON.parse(body).id, 'session-demo');
  });
}

for (const file of files.filter((file) => file.startsWith('direct-'))) {
  test(`${file} is answered with the session`, async () => {
    const { id, fetched } = await cobrowse.invoke(event(file));
    assert.equal(id, 'session-demo');
    assert.equal(typeof fetched, 'boolean');
  });
}

test('a REST API event is refused by name', async () => {
  await assert.rejects(cobrowse.invoke(event('rest-api-1.0.json')), { errorType: 'unsupported-event' });
});

test('every event is tried', () => {
  const tried = files.filter((file) => /^(http-(post|get)|direct)-/.test(file));
  assert.deepEqual(files.filter((file) => !tried.includes(file)), ['rest-api-1.0.json']);
});
