import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { canEmulate, Emulator } from './emulator.mjs';
import { startWith } from './function.mjs';
import { startLambda } from './lambda-endpoint.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ZIP = `import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as archive: archive.write(sys.argv[2], 'bootstrap')`;
const skip = canEmulate() ? false : 'NOT TESTED: there is no moto (pip install moto[server])';

function run(command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
}

let directory, aws, lambda, cobrowse;
before(async () => {
  if (skip) return;
  directory = mkdtempSync(join(tmpdir(), 'release-'));
  run('python3', '-c', ZIP, join(directory, 'given.zip'), process.env.FUNCTION);
  run('make', 'release', `FUNCTION_ZIP=${join(directory, 'given.zip')}`, `RELEASE=${join(directory, 'release')}`);
  // All that somebody who deploys has: two files in an empty folder.
  const folder = mkdtempSync(join(directory, 'folder-'));
  const zip = readdirSync(join(directory, 'release')).find((name) => name.endsWith('.zip'));
  for (const name of [zip, 'cobrowse-function.yaml']) copyFileSync(join(directory, 'release', name), join(folder, name));
  run('unzip', '-q', join(folder, zip), '-d', folder);
  lambda = await startLambda((event) => cobrowse.invoke(event));
  aws = await Emulator.start(lambda.url, join(folder, 'cobrowse-function.yaml'));
  cobrowse = await startWith(aws.environment, join(folder, 'bootstrap'));
});
after(async () => {
  await cobrowse?.stop();
  await aws?.stop();
  await lambda?.stop();
  if (directory) rmSync(directory, { recursive: true });
});

test('the files of a release deploy, and their state machine starts a session with their function', { skip }, async () => {
  const { status, output } = await aws.execute({ email: 'alice@example.com' }, 'of-a-release');
  assert.equal(status, 'SUCCEEDED');
  assert.equal(output.userId, 'user-alice');
  assert.equal(cobrowse.genesys.calls.start, 1);
});

test('a failure of a released function ends its execution under its own name', { skip }, async () => {
  const { status, error } = await aws.execute({ email: 'nobody@example.com' }, 'of-a-release-to-nobody');
  assert.equal(status, 'FAILED');
  assert.equal(error, 'target-not-found');
});
