const SECONDS_WITHOUT_RETRY_AFTER = 3;

/** Reads the function's answer, or that of a gateway in front of it, which sends no problem and has no `code`. */
export async function read(response) {
  const body = await response.json().catch(() => undefined);
  if (response.ok && body?.id) return { session: body };
  return { failure: typeof body?.code === "string" ? problem(response, body) : withoutProblem(response) };
}

/** No answer, or none that tells what happened: the same attempt can be sent again, as its key stays the same. */
export function lost(status) {
  return { code: "answer-lost", status, retryable: false, safeToRepeat: true };
}

function problem(response, { code, retryable, correlationId }) {
  return { code, status: response.status, correlationId, ...repetition(response, retryable === true) };
}

function withoutProblem(response) {
  const { status } = response;
  if (status === 401) return { code: "sign-in-needed", status, retryable: false };
  if (status === 403) return { code: "caller-not-allowed", status, retryable: false };
  if (status === 429) return { code: "too-many-requests", status, ...repetition(response, true) };
  return response.ok || status >= 500 ? lost(status) : { code: "invalid-request", status, retryable: false };
}

function repetition(response, retryable) {
  return { retryable, safeToRepeat: retryable, retryAfter: retryAfter(response) };
}

/** In seconds; RFC 9110 allows a number of them or a date. */
function retryAfter(response) {
  const value = response.headers.get("Retry-After") ?? "";
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? SECONDS_WITHOUT_RETRY_AFTER : Math.max(seconds, 0);
}
