import { failed, read } from "./answer.js";
import { within } from "./time.js";
import { warn } from "./warn.js";

const TOKEN_SECONDS = 10;
// Longer than API Gateway waits for the function (30 s), so that its answer is heard.
const REQUEST_SECONDS = 35;

/**
 * Calls the API on behalf of one start: every call has its key, by which the API knows whose session it is.
 *
 * @param token function that has the visitor's token, or a promise of it
 * @returns {Promise<{session?: object, failure?: object}>} never rejects
 */
export async function call(method, endpoint, path, key, token, request) {
  const headers = { "Content-Type": "application/json", "Idempotency-Key": key };
  try {
    const value = await within(TOKEN_SECONDS, (async () => token())());
    if (value) headers.Authorization = bearer(value);
  } catch (cause) {
    warn("has no token that can be sent:", cause);
    return failed("sign-in-needed", 0);
  }
  const abort = new AbortController();
  const url = `${endpoint}/v1/cobrowse-sessions${path}`;
  const body = request && JSON.stringify(request);
  try {
    return await within(REQUEST_SECONDS, fetch(url, { method, headers, body, signal: abort.signal }).then(read));
  } catch (cause) {
    abort.abort();
    warn(`got no answer from ${url} that it may read (the network? CORS? connect-src?):`, cause);
    return failed("answer-lost", 0);
  }
}

/** Throws where that is no text, or cannot stand in a header. */
function bearer(token) {
  if (typeof token !== "string") throw new TypeError(`${typeof token} instead of a string`);
  const value = `Bearer ${token}`;
  new Headers({ Authorization: value });
  return value;
}
