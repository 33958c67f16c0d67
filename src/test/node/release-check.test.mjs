import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startFunction } from './function.mjs';

let cobrowse;
before(async () => (cobrowse = await startFunction()));
after(() => cobrowse?.stop());

test('the request that every release is tried with is refused by name, and Genesys is not asked', async () => {
  await assert.rejects(cobrowse.invoke({}), { errorType: 'invalid-request' });
  const { token, ...asked } = cobrowse.genesys.calls;
  assert.deepEqual(asked, {});
});
