import { isJoinable } from "./session.js";

// The API remembers both under their key: the same attempt would only hear them again.
const LAST_OF_START = ["outcome-unknown", "idempotency-key-reused"];
// Neither is a matter of time: this visitor may not look the session up, or it is gone.
const LAST_OF_LOOK = ["caller-not-allowed", "target-not-found"];
const MAY_PASS = ["answer-lost", "intercepted", "sign-in-needed"];

/**
 * What the button does next, as the key of the words that it then says, or undefined where it has nothing to do: there is
 * a session, or there may be one, and what starts another is not the button.
 *
 * After every other failure the button goes on under the same key, even if that failure started nothing: a send before it
 * may have, and the API frees a key that started nothing.
 */
export function next({ session, failure: { code, retryable } = {} }) {
  if (session) return isJoinable(session) || LAST_OF_LOOK.includes(code) ? undefined : "look";
  if (LAST_OF_START.includes(code)) return undefined;
  return retryable || MAY_PASS.includes(code) ? "tryAgain" : "start";
}
