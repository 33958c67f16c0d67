import { within } from "./time.js";
import { warn } from "./warn.js";

const READY_SECONDS = 10;
const LOOK_MILLISECONDS = 500;

const pending = [];
let tellReady;
const ready = new Promise((resolve) => (tellReady = resolve));
let timer;

export const hasMessenger = () => typeof globalThis.Genesys === "function";

/**
 * Hears of Messenger's events, each subscribed to once, since nobody can unsubscribe. Messenger may come after this page's
 * button, from a tag manager: then it is looked for until it is there.
 *
 * @param events functions by their names, called with the event's data and whether it was told while it was subscribed to
 */
export function listen(events) {
  for (const [name, tell] of Object.entries({ "CobrowseService.ready": beReady, ...events })) pending.push([name, tell]);
  look();
}

/** Subscribes now if Messenger is there. */
export function look() {
  clearTimeout(timer);
  try {
    while (hasMessenger() && pending.length) {
      const [name, tell] = pending[0];
      let isReplay = true;
      Genesys("subscribe", name, (event) => tell(event?.data ?? {}, isReplay));
      isReplay = false;
      pending.shift();
    }
  } catch (cause) {
    warn("Messenger:", cause);
  }
  if (pending.length) timer = setTimeout(look, LOOK_MILLISECONDS);
}

function beReady() {
  tellReady(true);
}

/** Whether Messenger is ready, within the time that it has for it. */
export function whenReady() {
  look();
  return within(READY_SECONDS, ready).catch(() => false);
}

/** @returns {Promise} settles as Messenger answers, and so perhaps never */
export function command(name, data) {
  return new Promise((resolve, reject) => Genesys("command", `CobrowseService.${name}`, data, resolve, reject));
}
