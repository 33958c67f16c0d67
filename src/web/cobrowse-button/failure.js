import { countDown } from "./countdown.js";

export { words } from "./failure-words.js";

const SECONDS_WITHOUT_RETRY_AFTER = 3;
/** However long an answer says: nobody is locked out for longer by an answer that may be wrong. */
const LONGEST_WAIT = 300;

// Of a start the API remembers both under their key: the same attempt would only hear them again. Of a look-up neither is a
// matter of time: this visitor may not look the session up, or it is gone.
const LAST = { POST: ["outcome-unknown", "idempotency-key-reused"], GET: ["caller-not-allowed", "target-not-found"] };
const MAY_PASS = ["answer-lost", "intercepted", "sign-in-needed"];

/**
 * What an answer that is no session means. The function says it as a problem with a `code`; what is in front of it does not.
 *
 * @returns `failure`, for the page; `isLast` if no other try would help; `mayPass` if one at another time would. Where that
 *   time is known: `retryAfter` in seconds, and `wait`, which resolves after them and tells each one that is left.
 */
export function failureIn(response, body, method) {
  const { status } = response;
  const isProblem = typeof body?.code === "string";
  const code = isProblem ? body.code : codeFor(response, body);
  const retryable = isProblem ? body.retryable === true : status === 429;
  const correlationId = typeof body?.correlationId === "string" ? body.correlationId.slice(0, 99) : undefined;
  const failure = { code, status, retryable, correlationId };
  const outcome = { failure, isLast: LAST[method]?.includes(code), mayPass: retryable || MAY_PASS.includes(code) };
  if (!retryable) return outcome;
  const seconds = retryAfter(response);
  return { ...outcome, retryAfter: seconds, wait: (tell) => countDown(seconds, tell) };
}

function codeFor({ ok, status }, body) {
  if (status === 401) return "sign-in-needed";
  if (status === 429) return "too-many-requests";
  // Neither the API nor its gateway answers with a page: a firewall does, and the sign-in page of a public network.
  if (!body && (ok || status === 403)) return "intercepted";
  if (status === 403) return "caller-not-allowed";
  return ok || status >= 500 ? "answer-lost" : "invalid-request";
}

/** RFC 9110 allows a number of seconds or a date. */
function retryAfter({ headers }) {
  const value = headers.get("Retry-After") ?? "";
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? SECONDS_WITHOUT_RETRY_AFTER : Math.min(Math.max(seconds, 0), LONGEST_WAIT);
}
