import { element } from "./element.js";
import { secondsLeft } from "./session.js";

/** In groups of three, as people read it out; character by character to those who hear it. */
export function code(joinCode) {
  const groups = joinCode.match(/.{1,3}/gsu).map((group) => element("span", {}, group));
  return element("div", { part: "code", role: "img", "aria-label": [...joinCode].join(" "), translate: "no" }, element("bdi", {}, ...groups));
}

/** Until when an offer is good, as this visitor's browser writes times, unless that is not known. */
export function ends(session, put) {
  const time = new Date(session.dateOfferEnds).toLocaleTimeString([], { timeStyle: "short" });
  return secondsLeft(session) > 0 && put(element("p", { part: "ends" }), "ends", { time });
}
