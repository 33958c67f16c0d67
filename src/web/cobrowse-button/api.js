import { failed, failureIn } from "./failure.js";
import { sessionIn } from "./session.js";
import { within } from "./time.js";
import { warn } from "./warn.js";

const TOKEN_SECONDS = 10;
// Longer than API Gateway waits for the function (30 s), so that its answer is heard.
const REQUEST_SECONDS = 35;

/**
 * Calls the API on behalf of one start: every call has its key, by which the API knows whose session it is.
 *
 * @param where endpoint, key, and the path of a session that there is
 * @param token function that has the visitor's token, or a promise of it
 * @returns {Promise<{session?: object, failure?: object}>} never rejects
 */
export async function call(method, { endpoint, path = "", key }, token, request) {
  const headers = new Headers({ "Content-Type": "application/json", "Idempotency-Key": key });
  try {
    const value = await within(TOKEN_SECONDS, (async () => token())());
    if (value && typeof value !== "string") throw value;
    // Throws where that cannot stand in a header.
    if (value) headers.set("Authorization", `Bearer ${value}`);
  } catch (cause) {
    warn("token:", cause);
    return failed("sign-in-needed");
  }
  const abort = new AbortController();
  const url = `${endpoint}/v1/cobrowse-sessions${path}`;
  try {
    const sent = fetch(url, { method, headers, body: JSON.stringify(request), signal: abort.signal });
    return await within(REQUEST_SECONDS, sent.then(read));
  } catch (cause) {
    abort.abort();
    warn(`${url} (CORS?):`, cause);
    return failed("answer-lost");
  }
}

/** The function's answer, or that of something in front of it. */
async function read(response) {
  const body = await response.json().catch(() => undefined);
  const session = response.ok && sessionIn(body);
  return session ? { session } : failureIn(response, body);
}
