import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';

const PROGRAM = fileURLToPath(new URL('../../../.ci/emulator.py', import.meta.url));
const REGION = 'eu-central-1';
/** What Lambda gives every function, of AWS. */
const CREDENTIALS = { AWS_REGION: REGION, AWS_ACCESS_KEY_ID: 'emulated', AWS_SECRET_ACCESS_KEY: 'emulated' };

export const canEmulate = () => spawnSync('python3', ['-c', 'import moto.server, samtranslator']).status === 0;

/**
 * AWS as far as moto has it, with the template of a release deployed there: this file, or template.yaml translated. Its
 * state machine invokes the function at `lambda`.
 */
export class Emulator {
  #process;
  #exited;
  #deployed;

  static async start(lambda, template) {
    const emulator = new Emulator();
    const environment = { ...process.env, LAMBDA_URL: lambda, PYTHONDONTWRITEBYTECODE: '1' };
    if (template) environment.TEMPLATE = template;
    const stdio = ['pipe', 'pipe', process.env.VERBOSE ? 'inherit' : 'ignore'];
    emulator.#process = spawn('python3', [PROGRAM], { env: environment, stdio });
    emulator.#exited = once(emulator.#process, 'exit');
    const [line] = await Promise.race([once(createInterface(emulator.#process.stdout), 'line'), emulator.#early()]);
    emulator.#deployed = JSON.parse(line);
    return emulator;
  }

  /** Of the deployed function, and what Lambda adds; AWS is the emulator. */
  get environment() {
    return { ...this.#deployed.environment, ...CREDENTIALS, AWS_ENDPOINT_URL: this.#deployed.url };
  }

  /** Runs an execution of the deployed state machine to its end: `{status, output, error, cause}`. */
  async execute(input, name) {
    const execution = { stateMachineArn: this.#deployed.stateMachine, name, input: JSON.stringify(input) };
    const { executionArn } = await this.#call('states', 'AWSStepFunctions.StartExecution', execution);
    for (;;) {
      const execution = await this.#call('states', 'AWSStepFunctions.DescribeExecution', { executionArn });
      if (execution.status !== 'RUNNING') return { ...execution, output: JSON.parse(execution.output ?? 'null') };
      await wait(50);
    }
  }

  /** What the function has written. */
  async items() {
    return (await this.#call('dynamodb', 'DynamoDB_20120810.Scan', { TableName: this.#deployed.table })).Items;
  }

  stop() {
    this.#process.stdin.end();
    return this.#exited;
  }

  async #early() {
    const [code, signal] = await this.#exited;
    throw new Error(`The emulator ended with ${signal ?? code} before it had deployed (VERBOSE=1 shows why)`);
  }

  async #call(service, target, request) {
    const response = await fetch(this.#deployed.url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.0',
        'X-Amz-Target': target,
        // moto looks here for the service, and at nothing else.
        Authorization: `AWS4-HMAC-SHA256 Credential=emulated/20260101/${REGION}/${service}/aws4_request`,
      },
      body: JSON.stringify(request),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${target}: ${JSON.stringify(answer)}`);
    return answer;
  }
}
