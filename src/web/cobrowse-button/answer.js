import { sessionIn } from "./session.js";

const SECONDS_WITHOUT_RETRY_AFTER = 3;
/** However long an answer says: nobody is locked out for longer by an answer that may be wrong. */
const LONGEST_WAIT = 300;

/** Reads the function's answer, or that of something in front of it, which sends no problem and has no `code`. */
export async function read(response) {
  const { ok, status } = response;
  const body = (await response.json().catch(() => undefined)) ?? undefined;
  const session = ok && sessionIn(body);
  if (session) return { session };
  if (typeof body?.code !== "string") return failed(codeFor(response, body), status, status === 429 && retryAfter(response));
  return failed(body.code, status, body.retryable === true && retryAfter(response), body.correlationId);
}

/** @param retryAfter in seconds; false where the failure is not to be retried by itself */
export function failed(code, status, retryAfter = false, correlationId) {
  const reference = typeof correlationId === "string" ? correlationId.slice(0, 99) : undefined;
  return { failure: { code, status, retryable: retryAfter !== false, retryAfter, correlationId: reference } };
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
function retryAfter(response) {
  const value = response.headers.get("Retry-After") ?? "";
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? SECONDS_WITHOUT_RETRY_AFTER : Math.min(Math.max(seconds, 0), LONGEST_WAIT);
}
