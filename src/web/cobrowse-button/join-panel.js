import { element } from "./element.js";
import { secondsLeft } from "./session.js";

const COPIED_MILLISECONDS = 4_000;

/** In groups of three, as people read it out; character by character to those who hear it. */
export function code(joinCode, put) {
  const groups = joinCode.match(/.{1,3}/gsu).map((group) => element("span", {}, group));
  const seen = element("bdi", { part: "code", "aria-hidden": true, translate: "no" }, ...groups);
  const heard = element("bdi", { class: "heard", translate: "no" }, [...joinCode].join(" "));
  const copy = put(element("button", { part: "copy", type: "button", class: "second", "aria-live": "polite" }), "copy");
  copy.onclick = async () => {
    try {
      await navigator.clipboard.writeText(joinCode);
      put(copy, "copied");
      setTimeout(put, COPIED_MILLISECONDS, copy, "copy");
    } catch {
      // A page that may not write to the clipboard, or has none, over plain http: then by hand.
      getSelection().selectAllChildren(seen);
    }
  };
  return element("div", { class: "code", tabindex: -1 }, seen, heard, copy);
}

/** Until when an offer is good, unless that is not known. */
export function ends(session, put, locale) {
  const left = secondsLeft(session);
  const time = new Date(session.dateOfferEnds).toLocaleTimeString(locale, { timeStyle: "short" });
  return left > 0 ? [put(element("p", { part: "ends" }), "ends", { time })] : [];
}
