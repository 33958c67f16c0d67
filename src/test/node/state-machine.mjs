import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

// The interpreter is written for Node 22.
Promise.withResolvers ??= function () {
  let resolve, reject;
  const promise = new this((...functions) => ([resolve, reject] = functions));
  return { promise, resolve, reject };
};
const { StateMachine } = await import('aws-local-stepfunctions');

const FILE = new URL('../../../statemachine/cobrowse.asl.json', import.meta.url);

/** As it is deployed in the partition aws. */
export const definition = () => JSON.parse(readFileSync(FILE, 'utf8').replaceAll('${Partition}', 'aws'));

/** The idempotency key of an execution's attempts. */
export const keyOf = (name) => createHash('sha256').update(name).digest('hex');

const TASKS = Object.entries(definition().States).flatMap(([name, { Type }]) => (Type === 'Task' ? [name] : []));
const forEachTask = (value) => Object.fromEntries(TASKS.map((name) => [name, value]));

/** How Step Functions tells the failure of a function. */
class TaskFailed extends Error {
  constructor({ errorType, message }) {
    super(JSON.stringify({ errorType, errorMessage: message }));
    this.name = errorType;
  }
}

/** Runs an execution, without its waits, and tells how it ended: `{output}` or `{error, cause}`. */
export async function execute(input, { name, invoke }) {
  const task = async ({ Payload }) => {
    try {
      return { StatusCode: 200, Payload: await invoke(Payload) };
    } catch (failure) {
      throw new TaskFailed(failure);
    }
  };
  const { result } = new StateMachine(definition()).run(input, {
    context: { Execution: { Name: name } },
    overrides: { taskResourceLocalHandlers: forEachTask(task), retryIntervalOverrides: forEachTask(0) },
  });
  return result.then(
    (output) => ({ output }),
    ({ cause }) => ({ error: cause.name, cause: cause.message }),
  );
}
