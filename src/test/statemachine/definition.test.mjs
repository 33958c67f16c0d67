import validate from 'asl-validator';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { definition } from './state-machine.mjs';

const task = definition().States['Start session'];
const read = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** The function's own codes, and whether it calls them retryable. */
const codes = new Map(
  [...read('src/main/java/cobrowse/failure/Code.java').matchAll(/^ {4}([A-Z_]+)\(".*", (true|false)\)/gm)].map(
    ([, name, retryable]) => [name.toLowerCase().replaceAll('_', '-'), retryable === 'true'],
  ),
);
const own = (errors) => errors.filter((error) => !error.includes('.')).sort();

test('is valid', () => {
  const { isValid, errorsText } = validate(definition());
  assert.ok(isValid, errorsText());
});

test('retries what the function calls retryable, and nothing else of it', () => {
  const retryable = [...codes].filter(([, retryable]) => retryable).map(([code]) => code);
  assert.ok(retryable.length > 0);
  assert.deepEqual(own(task.Retry.flatMap(({ ErrorEquals }) => ErrorEquals)), retryable.sort());
});

test('every retry is bounded, and spread but where nobody else waits', () => {
  for (const { ErrorEquals, MaxAttempts, MaxDelaySeconds, JitterStrategy } of task.Retry) {
    assert.ok(MaxAttempts <= 5 && MaxDelaySeconds <= 60);
    assert.equal(JitterStrategy, ErrorEquals.includes('request-in-progress') ? 'NONE' : 'FULL');
  }
});

test('waits for an earlier attempt for as long as the function may run', () => {
  const longest = Number(read('template.yaml').match(/ {2}Timeout:\n[^#]*?MaxValue: (\d+)/)[1]);
  const retrier = task.Retry.find(({ ErrorEquals }) => ErrorEquals.includes('request-in-progress'));
  const waits = Array.from({ length: retrier.MaxAttempts }, (_, attempt) =>
    Math.min(retrier.IntervalSeconds * retrier.BackoffRate ** attempt, retrier.MaxDelaySeconds),
  );
  assert.ok(waits.reduce((sum, wait) => sum + wait) > longest);
  assert.ok(task.TimeoutSeconds > longest);
});

test('takes only for a plain failure what the function names and what says that nothing was started', () => {
  const plain = task.Catch.find(({ Next }) => Next === 'Not started').ErrorEquals;
  assert.deepEqual(plain.filter((code) => !codes.has(code)), []);
  for (const doubtful of ['outcome-unknown', 'internal-error', 'request-in-progress', 'idempotency-unavailable']) {
    assert.ok(codes.has(doubtful) && !plain.includes(doubtful), doubtful);
  }
});
