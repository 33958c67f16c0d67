import { element, fill } from "./element.js";
import { isJoinable } from "./session.js";

/** What is said of a state, as paragraphs: what is so, why, and what to do next. */
export function said({ name, busy, then, left, session, failure }, words) {
  if (name === "idle") return [];
  // A timer is not announced when it changes, unlike what is around it.
  const values = { ...session, ...failure, retryAfter: element("span", { role: "timer" }, left) };
  const paragraph = (keys, attributes) =>
    element("p", attributes, ...keys.flatMap((key) => (key ? [...fill(words(key), values), " "] : [])));
  const known = session && !isJoinable(session) && "startedOnly";
  if (failure) {
    const { code, correlationId } = failure;
    const why = [name === "joined" && "stopFailed", session && `look:${code}`, code, "unexpected"];
    const told = [paragraph([known, why.find((key) => key && words(key)), then])];
    return correlationId ? [...told, paragraph(["reference"], { part: "reference" })] : told;
  }
  if (busy || name !== "started") return [paragraph([busy ?? name])];
  return [paragraph(known ? [known] : ["started", session.joinUrl ? "nextLink" : "nextCode"])];
}
