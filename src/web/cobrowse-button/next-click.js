import { isJoinable } from "./join-panel.js";

// The API remembers both under their key: the same attempt would only hear them again.
const LAST_OF_START = ["outcome-unknown", "idempotency-key-reused"];
// Neither is a matter of time: this visitor may not look the session up, or it is gone.
const LAST_OF_LOOK = ["caller-not-allowed", "target-not-found"];

/**
 * What the next click does after this outcome of an attempt, as the key of the words that the button then says.
 *
 * Only "startAnother" is a new attempt, with a new key. After every other failure the next click goes on with the same
 * one, even if that failure started nothing: a send before it may have, and the API frees a key that started nothing.
 */
export function nextClick({ session, failure }) {
  if (session) return isJoinable(session) || LAST_OF_LOOK.includes(failure?.code) ? "startAnother" : "look";
  if (failure.mayPass) return "tryAgain";
  return LAST_OF_START.includes(failure.code) ? "startAnother" : "start";
}
