import { call } from "./api.js";
import { keep, stored } from "./stored.js";
import { command, listen, whenReady } from "./messenger.js";
import { showAll, sides, tell } from "./page.js";
import { after, isOpen, isShared, NOBODY } from "./sharing-state.js";
import { within } from "./time.js";
import { warn } from "./warn.js";

// Messenger may be blocked, and its queue then takes commands that nobody ever answers.
const ANSWER_SECONDS = 10;
const RECORD = "shared";

/**
 * Who sees this page: the `state`; the `offer` that the agent has made, if any; `answered`, which resolves once what was sent
 * to be accepted is answered, or was not in its time; what `begins` was of what is being stopped, as `stopping`; and `halt`,
 * which is called when this page begins to be shared.
 */
export const sharing = { state: NOBODY, offer: undefined, answered: undefined, stopping: undefined, halt() {} };
let isListening;

export function listenToMessenger() {
  if (isListening) return;
  isListening = true;
  restore();
  // A page that was put aside for "back" has not heard what its successors have.
  addEventListener("pageshow", ({ persisted }) => persisted && restore());
  let end;
  listen({
    "CobrowseService.sessionEnded": ({ sessionId }, isReplay) => {
      if (isReplay) end = { sessionId };
      // What is replayed and names no session may be of one before this.
      if (sessionId || !isReplay) change("ended", sessionId);
    },
    "CobrowseService.sessionStarted": ({ sessionId }, isReplay) => {
      change("started", sessionId);
      // Which of two that are replayed came last is not said.
      if (isReplay && end) change(end.sessionId ? "ended" : "doubted", end.sessionId);
    },
    "MessagingService.cobrowseOffer": (data) => data.sessionJoinToken && setOffer(data),
    "MessagingService.cobrowseOfferAccepted": withdraw,
    "MessagingService.cobrowseOfferRejected": withdraw,
    "MessagingService.cobrowseOfferExpired": withdraw,
  });
}

/**
 * Has Messenger accept a session.
 *
 * @param session `data` for Messenger, `id`, if that is known, `side` of the element that was clicked, what events say of it
 *   as `detail`; and, of one that the API has started, `end`, by which it can be ended: endpoint, path, key and what was asked
 * @returns {Promise<boolean | undefined>} whether it was refused
 */
export function accept(session) {
  change("accepting", session);
  const outcome = sent("acceptSession", session.data, ["accepted", "refused"], session);
  return (sharing.answered = within(ANSWER_SECONDS, outcome).catch(() => change("unanswered", session)));
}

/** Ends what is shared, in Messenger and by the API. */
export async function stop(side) {
  const { name, begins, session } = sharing.state;
  if (!isShared(sharing.state) || sharing.stopping === begins) return;
  sharing.stopping = begins;
  showAll();
  if (session.end) call("DELETE", session.end, side.token);
  // On the next page Messenger may come later than the click. If it never comes, its queue has the command.
  if (name === "unsure") await whenReady();
  const outcome = sent("stopSession", {}, ["stopped", "notStopped"], begins);
  within(ANSWER_SECONDS, outcome).catch(() => change("notStopped", begins));
}

export function setOffer(data) {
  sharing.offer = data;
  showAll();
}

export function decline() {
  const { sessionId, sessionJoinToken: joinCode } = sharing.offer;
  setOffer();
  sent("declineSession", { joinCode, sessionId }, []);
}

function withdraw({ sessionId = sharing.offer?.sessionId }) {
  if (sessionId === sharing.offer?.sessionId) setOffer();
}

/** @returns {Promise<boolean>} whether it was refused: once Messenger answers, and so perhaps never */
function sent(name, data, [done, refused], about) {
  return command(name, data).then(
    () => change(done, about),
    (cause) => {
      warn(`Messenger, ${name}:`, cause);
      change(refused, about);
      return true;
    },
  );
}

export function change(event, about) {
  const before = sharing.state;
  const state = event ? after(before, event, about) : before;
  if (event === "notStopped") sharing.stopping = undefined;
  else if (state === before) return;
  sharing.state = state;
  const { name, session } = state;
  // For the next page of this tab, which asks Messenger again.
  keep(RECORD, isOpen(state) ? JSON.stringify({ id: session.id, end: session.end }) : undefined);
  // A start that was accepted is not gone on with; one that was refused is.
  const { asked, key } = about?.end ?? {};
  if (asked) keep(asked, event === "refused" ? key : undefined);
  const begins = isShared(state) && !isShared(before);
  if (begins) {
    sharing.offer = undefined;
    sharing.halt();
  }
  showAll();
  const report = (what, { side, id, detail = { id } }) => tell(side, what, detail);
  if (name === "joined" && (before.name !== name || before.session !== session)) report("joined", session);
  if (isShared(before) && !isShared(state)) report("ended", before.session);
  if (name === "joined" && state.isUnwanted) stop([...sides][0] ?? session.side);
}

function restore() {
  change("restored", JSON.parse(stored(RECORD) ?? null));
}
