import { secondsIn } from "./retry-after.js";

const SECONDS_WITHOUT_RETRY_AFTER = 3;
/** However long an answer says: nobody is locked out for longer by an answer that may be wrong. */
const MAX_WAIT = 300;

// The API remembers both under their key: the same attempt would only hear them again.
const LAST = /^outcome|reused/;
const MAY_PASS = /^(answer|interc|sign|cannot|mess)/;

/**
 * What an answer that is no session means. The function says it as a problem with a `code`; what is in front of it does not.
 *
 * @returns `failure`, for the page; `isLast` if no other try would help; `mayPass` if one at another time would; and
 *   `retryAfter` in seconds, where that time is known
 */
export function failureIn(response, body) {
  const { status, headers } = response;
  const isProblem = typeof body?.code === "string";
  const code = isProblem ? body.code : codeFor(response, body);
  const retryable = isProblem ? body.retryable === true : status === 429;
  const correlationId = body?.correlationId?.slice?.(0, 99);
  // The header cannot be seen where an API of another origin does not expose it.
  const wait = secondsIn(headers.get("Retry-After")) ?? secondsIn(body?.retryAfter) ?? SECONDS_WITHOUT_RETRY_AFTER;
  return {
    ...failed(code, { status, retryable, correlationId }),
    isLast: LAST.test(code),
    ...(retryable && { mayPass: true, retryAfter: Math.min(wait, MAX_WAIT) }),
  };
}

/** A failure that no answer tells of. */
export function failed(code, more) {
  return { failure: { code, status: 0, retryable: false, ...more }, mayPass: MAY_PASS.test(code) };
}

function codeFor({ ok, status }, body) {
  if (status === 401) return "sign-in-needed";
  if (status === 429) return "too-many-requests";
  // Neither the API nor its gateway answers with a page: a firewall does, and the sign-in page of a public network.
  if (!body && (ok || status === 403)) return "intercepted";
  if (status === 403) return "caller-not-allowed";
  return ok || status >= 500 ? "answer-lost" : "invalid-request";
}
