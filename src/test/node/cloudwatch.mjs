import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const FILE = new URL('../../../template.yaml', import.meta.url);
const TAGS = ['Ref', 'Condition', 'GetAtt', 'Sub', 'If', 'Not', 'And', 'Equals', 'Split', 'Select', 'Join'];
const customTags = TAGS.flatMap((name) => [
  { tag: `!${name}`, resolve: (value) => ({ [name]: value }) },
  ...['map', 'seq'].map((collection) => ({
    tag: `!${name}`,
    collection,
    resolve: (node) => node,
  })),
]);
const { Resources } = parse(readFileSync(FILE, 'utf8'), { customTags });

/** What a dimension names, in the words of the template: a resource, or an attribute of one. */
const named = (value) => (typeof value === 'string' ? value : Object.values(value)[0]).replaceAll(/[${}]/g, '');

const dimensionsOf = ({ Dimensions }) => Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, named(Value)]));

/** What CloudWatch tells metrics apart by. */
export const metric = (namespace, name, dimensions) =>
  [namespace, name, ...Object.entries(dimensions).flat().sort()].join(' ');

/** CloudWatch's metrics, by the minute. */
export class Metrics {
  #series = new Map();

  constructor(minutes) {
    this.minutes = minutes;
  }

  put(of, minute, value) {
    const { count, sum } = this.#seriesOf(of);
    count[minute + 1]++;
    sum[minute + 1] += value;
  }

  /** Of the minutes before `end`, to which nothing may be put any more; nothing where nothing was put. */
  statistic(of, stat, minutes, end) {
    const series = this.#series.get(of);
    if (!series) return undefined;
    const { count, sum } = series;
    // What was put in a minute becomes what was put until its end.
    for (; series.until < end; series.until++) {
      count[series.until + 1] += count[series.until];
      sum[series.until + 1] += sum[series.until];
    }
    const start = Math.max(0, end - minutes);
    const n = count[end] - count[start];
    if (n === 0) return undefined;
    if (stat === 'Sum') return sum[end] - sum[start];
    // Close enough to the median for what is played here.
    if (stat === 'p50') return (sum[end] - sum[start]) / n;
    throw new Error(`unknown statistic ${stat}`);
  }

  #seriesOf(of) {
    if (!this.#series.has(of)) {
      const [count, sum] = [1, 2].map(() => new Float64Array(this.minutes + 1));
      this.#series.set(of, { count, sum, until: 0 });
    }
    return this.#series.get(of);
  }
}

const COMPARE = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
};

const OPERATORS = [
  { OR: (a, b) => Number(a !== 0 || b !== 0) },
  { AND: (a, b) => Number(a !== 0 && b !== 0) },
  { '>=': (a, b) => Number(a >= b), '<=': (a, b) => Number(a <= b) },
  { '>': (a, b) => Number(a > b), '<': (a, b) => Number(a < b) },
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  { '*': (a, b) => a * b, '/': (a, b) => a / b },
];
const FUNCTIONS = {
  IF: (condition, yes, no) => (condition === undefined ? undefined : condition !== 0 ? yes : no),
  FILL: (value, otherwise) => value ?? otherwise,
};

/** As much of metric math as the template uses: a function of the metrics by their ids. What is missing stays missing. */
export function compile(expression) {
  const tokens = expression.match(/\d+(\.\d+)?|\w+|[<>]=?|\S/g);
  const next = (token) => tokens[0] === token && tokens.shift();
  const expect = (token) => {
    if (!next(token)) throw new Error(`${token} expected before ${tokens.join(' ')} in ${expression}`);
  };
  const operation = (level) => {
    if (level === OPERATORS.length) return operand();
    let left = operation(level + 1);
    while (Object.hasOwn(OPERATORS[level], tokens[0])) {
      const apply = OPERATORS[level][tokens.shift()];
      const [a, b] = [left, operation(level + 1)];
      left = (metrics) => {
        const [x, y] = [a(metrics), b(metrics)];
        return x === undefined || y === undefined ? undefined : apply(x, y);
      };
    }
    return left;
  };
  const operand = () => {
    if (next('(')) {
      const inner = operation(0);
      expect(')');
      return inner;
    }
    const token = tokens.shift();
    if (/^\d/.test(token)) return () => Number(token);
    if (!next('(')) return (metrics) => metrics[token];
    const parameters = [operation(0)];
    while (next(',')) parameters.push(operation(0));
    expect(')');
    const apply = FUNCTIONS[token];
    if (!apply) throw new Error(`unknown function ${token} in ${expression}`);
    return (metrics) => apply(...parameters.map((parameter) => parameter(metrics)));
  };
  const compiled = operation(0);
  if (tokens.length) throw new Error(`${tokens.join(' ')} is left of ${expression}`);
  return compiled;
}

/** An alarm of the template, evaluated every minute over the periods before, as CloudWatch does. */
class Alarm {
  constructor(name, properties) {
    this.name = name;
    this.pages = properties.AlarmActions !== undefined;
    this.tellsThatItIsOver = properties.OKActions !== undefined;
    this.description = properties.AlarmDescription;
    this.periods = properties.EvaluationPeriods;
    this.needed = properties.DatapointsToAlarm ?? properties.EvaluationPeriods;
    this.breaches = (value) => COMPARE[properties.ComparisonOperator](value, properties.Threshold);
    this.missing = properties.TreatMissingData === 'breaching';
    const stat = properties.Statistic ?? properties.ExtendedStatistic;
    const own = { Metric: properties, Period: properties.Period, Stat: stat };
    const all = properties.Metrics ?? [{ Id: 'value', MetricStat: own }];
    this.metrics = all.filter(({ MetricStat }) => MetricStat).map(({ Id, MetricStat: { Metric, Period, Stat } }) => ({
      id: Id,
      namespace: Metric.Namespace,
      name: Metric.MetricName,
      of: metric(Metric.Namespace, Metric.MetricName, dimensionsOf(Metric)),
      code: Metric.Dimensions.find(({ Name }) => Name === 'code')?.Value,
      period: Period,
      stat: Stat,
    }));
    // What it counts beside these is how much there was of all.
    const ofAll = ({ name, code = 'ok' }) => code === 'ok' && ['requests', 'Count', 'Invocations'].includes(name);
    this.wrong = this.metrics.filter((metric) => !ofAll(metric));
    this.period = this.metrics[0].period;
    if (this.metrics.some(({ period }) => period !== this.period)) throw new Error(`${name}: periods differ`);
    const returned = all.filter(({ ReturnData }) => ReturnData !== false);
    if (returned.length !== 1) throw new Error(`${name}: one of the metrics is the alarm's`);
    this.value = returned[0].Expression ? compile(returned[0].Expression) : (metrics) => metrics[returned[0].Id];
  }

  /** Whether it is in alarm at the end of the minute. */
  isOn(metrics, minute) {
    const range = (this.periods * this.period) / 60;
    // Spares most of the work: nothing went wrong.
    if (!this.missing && !this.wrong.some(({ of }) => metrics.statistic(of, 'Sum', range, minute + 1) > 0)) return false;
    let breaching = 0;
    for (let n = 0; n < this.periods; n++) {
      const end = minute + 1 - (n * this.period) / 60;
      const found = {};
      for (const { id, of, stat, period } of this.metrics) found[id] = metrics.statistic(of, stat, period / 60, end);
      const value = this.value(found);
      if (value === undefined ? this.missing : this.breaches(value)) breaching++;
    }
    return breaching >= this.needed;
  }
}

/** Of the template, but for those of a canary. */
export const alarms = () =>
  Object.entries(Resources)
    .filter(([, { Type }]) => Type === 'AWS::CloudWatch::Alarm')
    .map(([name, { Properties }]) => new Alarm(name, Properties));
