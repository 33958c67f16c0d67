import { isJoinable } from "./session.js";

/**
 * What the button does next, as the key of the words that it then says, or undefined where it has nothing to do: there is
 * a session, or there may be one, and what starts another is not the button.
 *
 * After every failure but a last one the button goes on under the same key, even if that failure started nothing: a send
 * before it may have, and the API frees a key that started nothing.
 */
export function next({ session, isLast, mayPass }) {
  if (isLast || isJoinable(session)) return undefined;
  if (session) return "look";
  return mayPass ? "tryAgain" : "start";
}
