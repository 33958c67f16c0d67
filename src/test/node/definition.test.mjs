import validate from 'asl-validator';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { definition } from './state-machine.mjs';

const { States, TimeoutSeconds } = definition();
const start = States['Start session'];
const again = States['Ask again'];
const read = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** The function's own codes, and whether it calls them retryable. */
const codes = new Map(
  [...read('src/main/java/cobrowse/failure/Code.java').matchAll(/^ {4}([A-Z_]+)\(".*", (true|false)\)/gm)].map(
    ([, name, retryable]) => [name.toLowerCase().replaceAll('_', '-'), retryable === 'true'],
  ),
);
const retryable = [...codes].filter(([, retryable]) => retryable).map(([code]) => code);
const own = (errors) => errors.filter((error) => !error.includes('.')).sort();
const retried = (task) => task.Retry.flatMap(({ ErrorEquals }) => ErrorEquals);
const caught = (task, next) => task.Catch.flatMap(({ ErrorEquals, Next }) => (Next === next ? ErrorEquals : []));

test('is valid', () => {
  const { isValid, errorsText } = validate(definition());
  assert.ok(isValid, errorsText());
});

test('every code of the function is either retried, a plain failure or an unknown outcome, in each task', () => {
  assert.ok(codes.size >= 21);
  const missing = (task) => {
    const known = [...retried(task), ...caught(task, 'Not started'), ...caught(task, 'Outcome unknown')];
    assert.deepEqual(own(known).filter((code) => !codes.has(code)), []);
    return [...codes.keys()].filter((code) => !known.includes(code));
  };
  // A bug of the function says nothing of a session: it is asked again, and in doubt the outcome is unknown.
  assert.deepEqual(missing(again), ['internal-error']);
  // Whoever still runs is waited for by the second task.
  assert.deepEqual(missing(start), ['request-in-progress', 'internal-error']);
});

test('retries what the function calls retryable, and nothing else of it', () => {
  assert.deepEqual(own(retried(again)), retryable.toSorted());
  assert.deepEqual(own(retried(start)), retryable.filter((code) => code !== 'request-in-progress').sort());
});

test('every retry is bounded, and spread but where nobody else waits', () => {
  for (const { ErrorEquals, MaxAttempts, MaxDelaySeconds, JitterStrategy } of [...start.Retry, ...again.Retry]) {
    assert.ok(MaxAttempts <= 5 && MaxDelaySeconds <= 60);
    assert.equal(JitterStrategy, ErrorEquals.includes('request-in-progress') ? 'NONE' : 'FULL');
  }
});

const waits = ({ MaxAttempts, IntervalSeconds, BackoffRate, MaxDelaySeconds }) =>
  Array.from({ length: MaxAttempts }, (_, n) => Math.min(IntervalSeconds * BackoffRate ** n, MaxDelaySeconds));
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

test('waits for an earlier attempt for as long as the function may run', () => {
  const longest = Number(read('template.yaml').match(/ {2}Timeout:\n[^#]*?MaxValue: (\d+)/)[1]);
  const inProgress = again.Retry.find(({ ErrorEquals }) => ErrorEquals.includes('request-in-progress'));
  assert.ok(sum(waits(inProgress)) > longest);
  for (const task of [start, again]) assert.ok(task.TimeoutSeconds > longest);
});

test('an execution may last as long as all of its retries, and not much longer', () => {
  const repeated = (task) => sum(task.Retry.map((retry) => sum(waits(retry)) + retry.MaxAttempts * task.TimeoutSeconds));
  const longest = sum([start, again].map((task) => task.TimeoutSeconds + repeated(task)));
  assert.ok(longest < TimeoutSeconds && TimeoutSeconds < 1.1 * longest, `${longest} s`);
});

test('only the first task takes the word of Lambda for it that nothing was started', () => {
  assert.ok(caught(start, 'Not started').some((error) => error.startsWith('Lambda.')));
  assert.deepEqual(caught(again, 'Not started').filter((error) => error.includes('.')), []);
});

test('takes for a plain failure nothing that may hide a session', () => {
  const doubtful = ['outcome-unknown', 'internal-error', 'request-in-progress'];
  for (const code of doubtful) assert.ok(codes.has(code) && !caught(start, 'Not started').includes(code), code);
  for (const code of [...doubtful, 'idempotency-unavailable']) {
    assert.ok(!caught(again, 'Not started').includes(code), code);
  }
});

test('retries nothing in the first task that may hide a session', () => {
  assert.deepEqual(
    retried(start).filter((error) => !caught(start, 'Not started').includes(error)),
    [],
  );
});

test('the request is asked again as it was', () => {
  const { ErrorEquals, ResultPath, Next } = start.Catch.at(-1);
  assert.deepEqual({ ErrorEquals, ResultPath, Next }, { ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Ask again' });
  assert.deepEqual(again.Parameters, start.Parameters);
});
