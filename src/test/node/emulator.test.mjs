import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Emulator } from './emulator.mjs';

/** Runs `act` where `python3` is this shell script. */
async function withPython(script, act) {
  const directory = mkdtempSync(join(tmpdir(), 'python-'));
  const { PATH } = process.env;
  try {
    writeFileSync(join(directory, 'python3'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(directory, 'python3'), 0o755);
    process.env.PATH = `${directory}:${PATH}`;
    await act();
  } finally {
    process.env.PATH = PATH;
    rmSync(directory, { recursive: true });
  }
}

test('an emulator that cannot start is an error, and nobody waits for it', () =>
  withPython('exit 3', () => assert.rejects(Emulator.start('http://localhost'), /ended with 3 before it had deployed/)));

test('an emulator that has ended can be stopped', () =>
  withPython('echo {}', async () => {
    const emulator = await Emulator.start('http://localhost');
    assert.deepEqual(await emulator.stop(), [0, null]);
  }));
