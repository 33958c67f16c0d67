import { within } from "./time.js";
import { warn } from "./warn.js";

export { words } from "./messenger-words.js";

// Messenger may be blocked, and its queue then takes commands that nobody ever answers.
const ACCEPT_SECONDS = 10;
const STOP_SECONDS = 3;
// Nothing is answered where the session ended, and 404 where it was over before.
const ENDED = [undefined, 204, 404];

/**
 * Accepts the offer of a session on this page, which the agent sees from then on, be it after Messenger took too long; and
 * follows its end, whoever ends it. Where Messenger cannot, the session is shown as one to be joined in another way.
 *
 * @param sharing `session`; `state()` that is shown of it, `ended` where another is shown by now; `show(name, more)`,
 *   `tell(event)`; `end()`, which asks the API to end it
 */
export async function join(sharing) {
  const { id, joinCode } = sharing.session;
  sharing.show("starting", { busy: "joining" });
  try {
    Genesys("subscribe", "CobrowseService.sessionEnded", () => change(sharing, "ended"));
    const accepted = command("acceptSession", { joinCode, sessionId: id });
    await within(ACCEPT_SECONDS, accepted.then(() => change(sharing, "joined")));
  } catch (cause) {
    warn("was not joined by Messenger:", cause);
    if (sharing.state().busy) sharing.show("started");
  }
}

/** Ends what is shared, in Messenger and by the API. */
export async function stop(sharing) {
  sharing.show("joined", { busy: "stopping" });
  const stopped = within(STOP_SECONDS, command("stopSession", {}));
  await stopped.then(() => change(sharing, "ended"), (cause) => warn("was not stopped by Messenger:", cause));
  const { failure } = await sharing.end();
  if (ENDED.includes(failure?.status)) change(sharing, "ended");
  else if (sharing.state().busy) sharing.show("joined", { failure });
}

function change(sharing, name) {
  if (sharing.state().name === "ended") return;
  sharing.show(name);
  sharing.tell(name);
}

function command(name, data) {
  return new Promise((resolve, reject) => Genesys("command", `CobrowseService.${name}`, data, resolve, reject));
}
