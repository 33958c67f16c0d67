import { within } from "./time.js";

// Messenger may be blocked, and its queue then takes commands that nobody ever answers.
const ACCEPT_SECONDS = 10;
const STOP_SECONDS = 3;

/** Whether the session can be accepted on this page: its code belongs to Genesys' Messenger where that runs. */
export function canAccept({ joinCode }) {
  return joinCode && typeof globalThis.Genesys === "function";
}

/**
 * Accepts the offer on this page, which the agent sees from then on. Rejects where Messenger cannot, or does not answer.
 *
 * @param joined called once the agent sees the page, be it after the rejection
 * @param ended called when the session is over, whoever ended it
 */
export async function accept({ id, joinCode }, joined, ended) {
  Genesys("subscribe", "CobrowseService.sessionEnded", ended);
  await within(ACCEPT_SECONDS, command("acceptSession", { joinCode, sessionId: id }).then(joined));
}

/** Rejects where Messenger cannot stop, or does not answer. */
export function stop() {
  return within(STOP_SECONDS, command("stopSession", {}));
}

function command(name, data) {
  return new Promise((resolve, reject) => Genesys("command", `CobrowseService.${name}`, data, resolve, reject));
}
