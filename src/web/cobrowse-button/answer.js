const SECONDS_WITHOUT_RETRY_AFTER = 3;

/** Reads the function's answer, or that of a gateway in front of it, which sends no problem and has no `code`. */
export async function read(response) {
  const body = await response.json().catch(() => undefined);
  if (response.ok && body?.id) return { session: body };
  return { failure: typeof body?.code === "string" ? problem(response, body) : withoutProblem(response) };
}

/** No answer, or none that tells what happened: what was asked for may have been done. */
export function lost(status) {
  return { code: "answer-lost", status, retryable: false, mayPass: true };
}

/** @param status 0 where there is no token to ask with */
export function signInNeeded(status) {
  return { code: "sign-in-needed", status, retryable: false, mayPass: true };
}

function problem(response, { code, retryable, correlationId }) {
  return { code, status: response.status, correlationId, ...repetition(response, retryable === true) };
}

function withoutProblem(response) {
  const { status } = response;
  if (status === 401) return signInNeeded(status);
  if (status === 403) return { code: "caller-not-allowed", status, retryable: false };
  if (status === 429) return { code: "too-many-requests", status, ...repetition(response, true) };
  return response.ok || status >= 500 ? lost(status) : { code: "invalid-request", status, retryable: false };
}

function repetition(response, retryable) {
  return { retryable, mayPass: retryable, retryAfter: retryAfter(response) };
}

/** In seconds; RFC 9110 allows a number of them or a date. */
function retryAfter(response) {
  const value = response.headers.get("Retry-After") ?? "";
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? SECONDS_WITHOUT_RETRY_AFTER : Math.max(seconds, 0);
}
