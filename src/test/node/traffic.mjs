import { metric, Metrics } from './cloudwatch.mjs';

const of = (namespace, dimensions, ...names) =>
  Object.fromEntries(names.map((name) => [name, metric(namespace, name, dimensions)]));
const FUNCTION = { function: 'CobrowseFunction' };
const OWN = of('CobrowseFunction', FUNCTION, 'requests', 'failures', 'unjoinable', 'durationMs');
const LIVE = { FunctionName: 'CobrowseFunction', Resource: 'CobrowseFunction:live' };
const LAMBDA = of('AWS/Lambda', LIVE, 'Invocations', 'Errors');
const API = of('AWS/ApiGateway', { ApiId: 'HttpApi' }, 'Count', '4xx', '5xx');
const MACHINE = of('AWS/States', { StateMachineArn: 'CobrowseStateMachine' }, 'ExecutionsFailed', 'ExecutionsSucceeded');
const THROTTLES = metric('AWS/DynamoDB', 'WriteThrottleEvents', { TableName: 'IdempotencyTable' });

/** HTTP statuses of the codes that are played here. */
const STATUS = {
  ok: 201,
  'target-not-found': 404,
  'caller-not-allowed': 403,
  'invalid-request': 400,
  'internal-error': 500,
  'genesys-credentials-rejected': 502,
  'genesys-permission-missing': 502,
  'genesys-rejected': 502,
  'genesys-rate-limited': 503,
  'genesys-unavailable': 503,
  'idempotency-unavailable': 503,
  'genesys-timeout': 504,
  'outcome-unknown': 504,
};

const REQUESTS = Object.fromEntries(
  Object.keys(STATUS).map((code) => [code, metric('CobrowseFunction', 'requests', { ...FUNCTION, code })]),
);

/** Minutes of one month in which requests come, and of the pause behind each day. */
export const CALENDARS = {
  'office hours': { days: 22, minutes: 600, pause: 20 },
  'round the clock': { days: 30, minutes: 1440, pause: 0 },
};

/**
 * Traffic of so many requests a month, over HTTP or by executions, with the heartbeat or without, and the metrics that AWS
 * and the function make of it.
 */
export class Traffic {
  #random;
  #way;
  #none;
  #heartbeat;

  constructor(random, { calendar, requests, way = 'http', heartbeat = false }, minutes) {
    const { days, minutes: open } = CALENDARS[calendar];
    this.metrics = new Metrics(minutes);
    this.#none = Math.exp(-requests / days / open);
    this.#random = random;
    this.#way = way;
    this.#heartbeat = heartbeat;
  }

  /** One minute of it, in which each request becomes what `outcome` says. */
  play(minute, outcome) {
    for (let n = this.#arrivals(); n > 0; n--) {
      const what = { code: 'ok', milliseconds: 300, ...outcome(this.#random) };
      if (this.#way === 'http') this.#http(minute, what);
      else this.#execution(minute, what);
    }
    if (this.#heartbeat && minute % 10 === 0) {
      const { silent } = outcome(this.#random);
      this.#invocation(minute, { code: 'invalid-request', silent, milliseconds: 1 }, true);
    }
  }

  #http(minute, what) {
    const status = what.refused ?? (what.silent ? 500 : STATUS[what.code]);
    this.metrics.put(API.Count, minute, 1);
    this.metrics.put(API['4xx'], minute, status >= 400 && status < 500 ? 1 : 0);
    this.metrics.put(API['5xx'], minute, status >= 500 ? 1 : 0);
    if (!what.refused) this.#invocation(minute, what, false);
  }

  #execution(minute, what) {
    const failed = what.refused || what.silent || STATUS[what.code] >= 300;
    this.metrics.put(failed ? MACHINE.ExecutionsFailed : MACHINE.ExecutionsSucceeded, minute, 1);
    if (!what.refused) this.#invocation(minute, what, true);
  }

  /** A direct one that fails is an error of the function; over HTTP it is an answer like others. */
  #invocation(minute, { code, silent, unjoinable, throttled, milliseconds }, direct) {
    this.metrics.put(LAMBDA.Invocations, minute, 1);
    this.metrics.put(LAMBDA.Errors, minute, silent || (direct && STATUS[code] >= 300) ? 1 : 0);
    if (throttled) this.metrics.put(THROTTLES, minute, 1);
    if (silent) return;
    this.metrics.put(OWN.requests, minute, 1);
    this.metrics.put(REQUESTS[code], minute, 1);
    this.metrics.put(OWN.failures, minute, STATUS[code] >= 500 ? 1 : 0);
    this.metrics.put(OWN.unjoinable, minute, unjoinable ? 1 : 0);
    this.metrics.put(OWN.durationMs, minute, milliseconds);
  }

  /** By Poisson: requests know nothing of one another. */
  #arrivals() {
    let n = 0;
    for (let p = this.#random.number(); p > this.#none; p *= this.#random.number()) n++;
    return n;
  }
}
