import { loadFailure } from "./on-demand.js";
import { sessionIn } from "./session.js";

/** Reads an answer to a method: the function's, or that of something in front of it. */
export async function read(response, method) {
  const body = await response.json().catch(() => undefined);
  const session = response.ok && sessionIn(body);
  if (session) return { session };
  const { failureIn } = await loadFailure();
  return failureIn?.(response, body, method) ?? failed("answer-lost", true, response.status);
}

/** A failure that is told without failure.js. */
export function failed(code, mayPass, status = 0) {
  return { failure: { code, status, retryable: false }, mayPass };
}
