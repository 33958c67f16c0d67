import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { json, text } from 'node:stream/consumers';

const ARN = 'arn:aws:lambda:eu-central-1:123456789012:function:cobrowse:live';
const VERSION = '/2018-06-01/runtime';

/** What an invocation fails with: the function's own error, or Lambda's where the function is gone. */
export class FunctionError extends Error {
  constructor({ errorType, errorMessage }) {
    super(errorMessage);
    this.errorType = errorType;
  }
}

/** Lambda's side of a function: hands out one event at a time and takes what the function makes of it. */
export class RuntimeApi {
  #server = createServer((request, response) => this.#route(request, response));
  #queued = [];
  #running = new Map();
  #polling;
  #broken;

  static async start() {
    const api = new RuntimeApi();
    await new Promise((listening) => api.#server.listen(0, '127.0.0.1', listening));
    return api;
  }

  get address() {
    return `127.0.0.1:${this.#server.address().port}`;
  }

  /** The payload that the function answers; rejects with a FunctionError. */
  invoke(event, timeoutMillis = 15_000) {
    return new Promise((resolve, reject) => {
      const invocation = { id: randomUUID(), event, deadline: Date.now() + timeoutMillis, resolve, reject };
      if (this.#broken) return reject(this.#broken);
      this.#queued.push(invocation);
      this.#handOut();
    });
  }

  /** The function is no more: nothing that runs or comes will be answered. */
  breakDown(error) {
    this.#broken = new FunctionError(error);
    for (const { reject } of [...this.#queued, ...this.#running.values()]) reject(this.#broken);
  }

  stop() {
    this.#server.closeAllConnections();
    return new Promise((closed) => this.#server.close(closed));
  }

  async #route(request, response) {
    const [, id, outcome] = request.url.match(`${VERSION}/invocation/([^/]+)/?(response|error)?$`) ?? [];
    if (id === 'next') {
      this.#polling = response;
      return this.#handOut();
    }
    const invocation = this.#running.get(id);
    this.#running.delete(id);
    if (outcome === 'response') invocation.resolve(JSON.parse(await text(request)));
    else if (outcome === 'error') invocation.reject(new FunctionError(await json(request)));
    else if (request.url === `${VERSION}/init/error`) this.breakDown(await json(request));
    response.writeHead(202).end();
  }

  #handOut() {
    if (!this.#polling || !this.#queued.length) return;
    const invocation = this.#queued.shift();
    this.#running.set(invocation.id, invocation);
    this.#polling.writeHead(200, {
      'Content-Type': 'application/json',
      'Lambda-Runtime-Aws-Request-Id': invocation.id,
      'Lambda-Runtime-Deadline-Ms': invocation.deadline,
      'Lambda-Runtime-Invoked-Function-Arn': ARN,
      'Lambda-Runtime-Trace-Id': 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0',
    });
    this.#polling.end(JSON.stringify(invocation.event));
    this.#polling = undefined;
  }
}
