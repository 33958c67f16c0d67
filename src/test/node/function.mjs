import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { FakeGenesys } from './fake-genesys.mjs';
import { RuntimeApi } from './runtime-api.mjs';

/** As {@link startWith}, with what most tests need; `settings` may differ from it. */
export const startFunction = (settings = {}) =>
  startWith({
    DISABLE_SIGNAL_HANDLERS: 'true',
    GENESYS_CLIENT_ID: 'client',
    GENESYS_CLIENT_SECRET: 'not-a-real-secret',
    GENESYS_INITIATOR_ID: 'initiator-demo',
    CALLER_POLICY: 'any',
    ...settings,
  });

/** The native executable, started as Lambda starts it, with a Genesys of its own and these settings alone. */
export async function startWith(settings, executable = process.env.FUNCTION) {
  if (!executable) throw new Error('Set FUNCTION to the native executable, target/*-runner');
  const genesys = await FakeGenesys.start();
  const runtime = await RuntimeApi.start();
  const child = spawn(executable, [], {
    stdio: process.env.VERBOSE ? 'inherit' : 'ignore',
    env: {
      AWS_LAMBDA_RUNTIME_API: runtime.address,
      GENESYS_LOGIN_URL: genesys.url,
      GENESYS_API_URL: genesys.url,
      AWS_ENDPOINT_URL: genesys.url,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'key-demo',
      AWS_SECRET_ACCESS_KEY: 'not-a-real-secret',
      ...settings,
    },
  });
  const exited = once(child, 'exit').then(([code, signal]) =>
    runtime.breakDown({ errorType: 'Runtime.ExitError', errorMessage: `exit status: ${signal ?? code}` }),
  );
  return {
    genesys,
    pid: child.pid,
    invoke: (event) => runtime.invoke(event),
    async stop() {
      child.kill('SIGKILL');
      await exited;
      await Promise.all([runtime.stop(), genesys.stop()]);
    },
  };
}
