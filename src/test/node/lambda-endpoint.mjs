import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

/** As much of AWS Lambda as an AWS SDK needs to invoke a function synchronously. */
export async function startLambda(invoke) {
  const server = createServer(async (request, response) => {
    try {
      response.end(JSON.stringify(await invoke(await json(request))));
    } catch ({ errorType, message }) {
      response.setHeader('X-Amz-Function-Error', 'Unhandled');
      response.end(JSON.stringify({ errorType, errorMessage: message }));
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
