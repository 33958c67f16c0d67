import { failed } from "./answer.js";
import { call } from "./api.js";
import { dropKey, keyOf } from "./keys.js";
import { accept, canAccept, stop } from "./messenger.js";
import { next } from "./next.js";
import { isJoinable } from "./session.js";
import { mistake } from "./target.js";
import { countDown } from "./time.js";
import { warn } from "./warn.js";

const LONGEST_AUTOMATIC_WAIT = 60;
const intents = new Map();

/** The one that all elements of this page share which ask for the same. */
export function intentOf(asked) {
  if (!intents.has(asked)) intents.set(asked, intent(asked));
  return intents.get(asked);
}

/**
 * What a visitor wants of an endpoint and a target: one session, however often and wherever it is asked for. It outlives
 * the elements that show it, so that an element put in place of another goes on with what that one began.
 *
 * An element is known here by its `side`: its `host`, `show(state)`, `tell(event, detail)` and `token()`.
 */
function intent(asked) {
  const { endpoint, request } = JSON.parse(asked);
  const sides = new Set();
  let state = { name: "idle" };
  /** What is under way; another one once nobody is to hear of it any more. */
  let turn = {};
  let session;
  let key;

  function show(shown) {
    state = shown;
    for (const side of sides) side.show(state);
    // A session that somebody has seen is no longer what a next click, or a next page, goes on with.
    if (sides.size && session && isJoinable(session) && !state.busy) dropKey(asked);
  }

  /** By the element that was clicked, or by what a framework has put in its place meanwhile. */
  function tell(side, event, detail) {
    (side.host.isConnected ? side : ([...sides][0] ?? side)).tell(event, detail);
  }

  /** The session is joined or has ended, unless another is shown by now, or its end has been. */
  function change(side, changed, name) {
    if (session !== changed || state.name === "ended") return;
    show({ name, session });
    tell(side, name, session);
  }

  function send(side, method, path, body) {
    return call(method, endpoint, path, (key ??= keyOf(asked)), side.token, body);
  }

  async function ask(side) {
    if (session) {
      const known = session;
      const looked = await send(side, "GET", pathOf());
      return { ...looked, session: { ...known, ...looked.session } };
    }
    const wrong = mistake(request);
    if (!wrong) return send(side, "POST", "", request);
    warn(wrong);
    return failed("invalid-request", 0);
  }

  function pathOf() {
    const { id, deploymentId = request.deploymentId } = session;
    return `/${encodeURIComponent(id)}${deploymentId ? `?${new URLSearchParams({ deploymentId })}` : ""}`;
  }

  function wait(outcome, then, isCurrent) {
    return countDown(outcome.failure.retryAfter, (left) => isCurrent() && show({ ...outcome, name: "waiting", then, left }));
  }

  async function run(side, isCurrent) {
    const looking = session;
    show({ name: "starting", busy: looking ? "looking" : "working", session });
    if (!looking) tell(side, "starting", request);
    let outcome = await ask(side);
    if (isCurrent() && outcome.failure?.retryAfter <= LONGEST_AUTOMATIC_WAIT && outcome.failure.retryable) {
      await wait(outcome, "retrying", isCurrent);
      if (!isCurrent()) return;
      // Nobody is there any more to see what would come of it.
      if (!sides.size) return reset();
      show({ name: "starting", busy: "workingAgain", session });
      outcome = await ask(side);
    }
    if (!isCurrent()) return;
    session = outcome.session;
    const { failure } = outcome;
    if (failure) {
      const { code, status, retryable, correlationId } = failure;
      tell(side, "failed", { code, status, retryable, correlationId });
      if (retryable) await wait(outcome, "retryLater", isCurrent);
      if (isCurrent()) show({ name: "failed", ...outcome });
      return;
    }
    // Of a session that was looked up the page hears only if it can be joined now: it knows the rest.
    if (!looking || isJoinable(session)) tell(side, "started", session);
    if (isCurrent()) await (canAccept(session) ? join(side, session) : show({ name: "started", session }));
  }

  async function join(side, joining) {
    const changes = (name) => () => change(side, joining, name);
    show({ name: "starting", busy: "joining", session });
    await accept(session, changes("joined"), changes("ended")).catch((cause) => {
      warn("was not joined by Messenger:", cause);
      if (session === joining && state.busy) show({ name: "started", session });
    });
  }

  async function stopSharing(side) {
    const stopping = session;
    const path = pathOf();
    const ended = () => change(side, stopping, "ended");
    show({ name: "joined", busy: "stopping", session });
    await stop().then(ended, (cause) => warn("was not stopped by Messenger:", cause));
    const { failure } = await send(side, "DELETE", path);
    // Nothing is answered where it ended, and 404 where it was over before.
    if ([undefined, 204, 404].includes(failure?.status)) ended();
    else if (session === stopping && state.busy) show({ name: "joined", session, failure });
  }

  function reset() {
    turn = {};
    session = key = undefined;
    show({ name: "idle" });
  }

  /** Does what the button says; nothing where there is a session, or may be one. Resolves once that has ended. */
  function start(side) {
    if (turn.running || !next(state)) return turn.running;
    const mine = (turn = {});
    mine.running = run(side, () => turn === mine)
      .catch((cause) => {
        warn("is at fault:", cause);
        show({ name: "failed", ...failed("unexpected", 0) });
      })
      .finally(() => (mine.running = undefined));
    return mine.running;
  }

  return {
    start,
    stopSharing: (side) => state.busy || stopSharing(side),
    /** Forgets a session that was shown. The key of one that was not is kept, so that what is under way is gone on with. */
    reset(side) {
      if (state.name === "joined") stopSharing(side);
      reset();
    },
    /** Starts another session, whatever became of the last one. */
    another(side) {
      dropKey(asked);
      reset();
      return start(side);
    },
    attach(side) {
      sides.add(side);
      show(state);
    },
    detach(side) {
      sides.delete(side);
    },
  };
}
