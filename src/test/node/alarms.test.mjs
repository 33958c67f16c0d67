import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { alarms, compile } from './cloudwatch.mjs';
import { randomFrom } from './random.mjs';
import { CALENDARS, Traffic } from './traffic.mjs';

const ALL = alarms();
const PAGING = ALL.filter(({ pages, name }) => pages && name !== 'SilenceAlarm');
const named = (...names) => ALL.filter(({ name }) => names.includes(name));
const FINE = {};
const TRAFFIC = [
  { calendar: 'office hours', requests: 3_000 },
  { calendar: 'office hours', requests: 30_000 },
  { calendar: 'round the clock', requests: 3_000 },
  { calendar: 'round the clock', requests: 30_000 },
];
const [SMALL, LARGE] = TRAFFIC;
const RUNS = 101, WARM = 60, LONGEST = 480, MONTHS = 10;

/** Median and ninth decile of the minutes from the first minute of an outage until one of the alarms is on. */
function minutesUntil(watching, traffic, outcome) {
  const found = [];
  for (let run = 1; run <= RUNS; run++) {
    const played = new Traffic(randomFrom(run), traffic, WARM + LONGEST);
    for (let minute = 0; minute < WARM; minute++) played.play(minute, () => FINE);
    let minute = WARM;
    do played.play(minute, outcome);
    while (!watching.some((alarm) => alarm.isOn(played.metrics, minute)) && ++minute < WARM + LONGEST);
    found.push(Math.min(minute - WARM + 1, LONGEST));
  }
  found.sort((a, b) => a - b);
  return { median: found[RUNS >> 1], ninth: found[Math.floor(RUNS * 0.9)] };
}

/** In how many of the months one of the alarms was on, and which were. */
function noisyMonths(watching, traffic, outcome) {
  const { days, minutes, pause } = CALENDARS[traffic.calendar];
  const day = minutes + pause;
  const heard = [];
  for (let month = 1; month <= MONTHS; month++) {
    const played = new Traffic(randomFrom(1_000 + month), traffic, days * day);
    let on;
    for (let minute = 0; minute < days * day && !on; minute++) {
      if (minute % day < minutes) played.play(minute, outcome);
      on = watching.find((alarm) => alarm.isOn(played.metrics, minute));
    }
    if (on) heard.push(on.name);
  }
  return heard;
}

const table = [];
after(() => {
  const wide = Math.max(...table.map(([what]) => what.length)) + 2;
  const line = (what, cells) => console.log([what.padEnd(wide), ...cells.map((cell) => String(cell).padEnd(24))].join(''));
  line(`minutes until noticed (median, 9 of 10)`, TRAFFIC.map(({ calendar, requests }) => `${requests} ${calendar}`));
  for (const [what, cells] of table) line(what, cells);
});

const EVERYBODY = [
  ['every request 5xx', { code: 'genesys-unavailable' }, 15, 5],
  ['the function answers nothing', { silent: true }, 15, 5],
  ['the function cannot be invoked', { refused: 503 }, 15, 5],
  ['everybody 401', { refused: 401 }, 30, 10],
  ['everybody 429', { refused: 429 }, 30, 10],
  ['everybody 403', { code: 'caller-not-allowed' }, 30, 10],
  ['nobody can join', { unjoinable: true }, 30, 10],
  ['the table turns everybody away', { throttled: true }, Infinity, 15],
  ['every request takes 6 s', { milliseconds: 6_000 }, 30, 30],
];
for (const [what, outcome, small, large] of EVERYBODY) {
  test(`${what}: noticed within ${small} and ${large} minutes`, () => {
    const found = TRAFFIC.map((traffic) => minutesUntil(PAGING, traffic, () => outcome));
    table.push([what, found.map(({ median, ninth }) => `${median} ${ninth}`)]);
    assert.ok(found[0].median <= small, `${found[0].median}`);
    assert.ok(found[1].median <= large, `${found[1].median}`);
  });
}

test('every execution fails, told by the function or not: noticed within 15 minutes, and within 5 what it told', () => {
  for (const [what, outcome, large] of [['told', { code: 'genesys-unavailable' }, 5], ['not told', { refused: 403 }, 15]]) {
    const found = TRAFFIC.map((traffic) => minutesUntil(PAGING, { ...traffic, way: 'executions' }, () => outcome));
    table.push([`every execution fails, ${what}`, found.map(({ median, ninth }) => `${median} ${ninth}`)]);
    assert.ok(found[0].median <= 15 && found[1].median <= large, JSON.stringify(found));
  }
});

const CODES = {
  'genesys-credentials-rejected': 'CredentialsRejectedAlarm',
  'genesys-permission-missing': 'PermissionMissingAlarm',
  'genesys-rate-limited': 'RateLimitedAlarm',
  'genesys-rejected': 'RejectedAlarm',
  'idempotency-unavailable': 'IdempotencyUnavailableAlarm',
  'outcome-unknown': 'OutcomeUnknownAlarm',
  'internal-error': 'InternalErrorsAlarm',
  'caller-not-allowed': 'NotAllowedAlarm',
};
for (const [code, alarm] of Object.entries(CODES)) {
  const most = code === 'caller-not-allowed' ? 30 : 15;
  test(`${code} has an alarm of its own, which says so within ${most} minutes`, () => {
    assert.deepEqual(ALL.filter(({ metrics }) => metrics.some((metric) => metric.code === code)).map(({ name }) => name), [alarm]);
    for (const traffic of [SMALL, LARGE]) assert.ok(minutesUntil(named(alarm), traffic, () => ({ code })).median <= most);
  });
}

const ONE_IN = (n, outcome) => (random) => (random.below(n) === 0 ? outcome : FINE);
const NOISE = [
  ['one request in a hundred 5xx', 'http', ONE_IN(100, { code: 'genesys-unavailable' }), TRAFFIC],
  ['one session in a hundred that may exist', 'http', ONE_IN(100, { code: 'outcome-unknown' })],
  ['one request in ten finds no conversation', 'http', ONE_IN(10, { code: 'target-not-found' })],
  ['one execution in ten finds no conversation', 'executions', ONE_IN(10, { code: 'target-not-found' })],
  ['one execution in a hundred 5xx', 'executions', ONE_IN(100, { code: 'genesys-timeout' })],
];
for (const [what, way, outcome, sizes = [SMALL, LARGE]] of NOISE) {
  test(`${what}: nobody is called in nine months of ten`, () => {
    const found = sizes.map((traffic) => noisyMonths(PAGING, { ...traffic, way }, outcome));
    table.push([`months of ${MONTHS} with an alarm, ${what}`, found.map(({ length }) => length)]);
    for (const heard of found) assert.ok(heard.length <= MONTHS / 10, heard.join());
  });
}

test('where a heartbeat is wanted, silence is heard within 20 minutes, and the heartbeat itself is no failure', () => {
  const beating = new Traffic(randomFrom(1), { calendar: 'office hours', requests: 0, heartbeat: true }, 300);
  const heard = [];
  for (let minute = 0; minute < 300; minute++) {
    if (minute < 205) beating.play(minute, () => FINE);
    heard.push(ALL.filter((alarm) => alarm.isOn(beating.metrics, minute)).map(({ name }) => name));
  }
  assert.deepEqual(heard.slice(0, 205).flat(), []);
  assert.deepEqual(heard[225], ['SilenceAlarm']);
});

test('with a heartbeat an outage is noticed as soon, since it is but a small share of the requests', () => {
  const outcome = () => ({ code: 'genesys-unavailable' });
  for (const [traffic, most] of [[SMALL, 15], [LARGE, 5]]) {
    const { median } = minutesUntil(PAGING, { ...traffic, heartbeat: true }, outcome);
    assert.ok(median <= most, `${median}`);
  }
});

test('an alarm that calls somebody also tells that it is over', () => {
  assert.deepEqual(ALL.filter(({ pages, tellsThatItIsOver }) => pages !== tellsThatItIsOver), []);
  assert.deepEqual(ALL.filter(({ pages }) => !pages).map(({ name }) => name), ['NewVersionFailuresAlarm', 'NewVersionErrorsAlarm']);
});

test('the table of docs/operations.md is this one', () => {
  const page = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
  const rows = table.filter(([what]) => !what.startsWith('months'));
  assert.ok(rows.length > 10);
  for (const [what, cells] of rows) {
    const shown = cells.map((cell) => cell.replace(' ', ', ').replace(String(LONGEST), 'more'));
    assert.ok(page.includes(`| ${what} | ${shown.join(' | ')} |\n`), `| ${what} | ${shown.join(' | ')} |`);
  }
});

test('metric math is read as CloudWatch reads it', () => {
  const value = (expression, metrics = {}) => compile(expression)(metrics);
  assert.equal(value('1 + 2 * 3 - 8 / 4'), 5);
  assert.equal(value('IF(a >= 3 AND a >= 0.5 * b, 1, 0)', { a: 3, b: 6 }), 1);
  assert.equal(value('IF(a >= 3 AND a >= 0.5 * b, 1, 0)', { a: 3, b: 7 }), 0);
  assert.equal(value('IF(a >= 3, 1, 0)'), undefined);
  assert.equal(value('a - FILL(b, 0)', { a: 3 }), 3);
  assert.throws(() => value('SEARCH(a)'), /unknown function/);
  assert.throws(() => value('1 2'), /is left/);
});
