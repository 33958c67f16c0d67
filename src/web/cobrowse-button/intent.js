import { failed } from "./answer.js";
import { call } from "./api.js";
import { dropKey, keyOf } from "./keys.js";
import { next } from "./next.js";
import { loadFailure, loadMessenger } from "./on-demand.js";
import { isJoinable } from "./session.js";
import { asked, isMistaken } from "./target.js";
import { warn } from "./warn.js";

const LONGEST_AUTOMATIC_WAIT = 60;
const intents = {};
const hasMessenger = () => typeof globalThis.Genesys === "function";

/** The one that all elements of this page share which ask for the same. */
export function intentOf(element) {
  const name = asked(element);
  return (intents[name] ??= intent(name));
}

/**
 * What a visitor wants of an endpoint and a target: one session, however often and wherever it is asked for. It outlives
 * the elements that show it, so that an element put in place of another goes on with what that one began.
 *
 * An element is known here by its `side`: `show(state)`, `tell(event, detail)` and `token()`.
 */
function intent(name) {
  const { endpoint, request } = JSON.parse(name);
  const sides = new Set();
  let state = { name: "idle" };
  /** What is under way; another one once nobody is to hear of it any more. */
  let turn = {};
  let session;
  let key;
  let messenger;

  function show(name, more) {
    state = { name, session, ...more };
    showAll();
  }

  function showAll() {
    for (const side of sides) side.show(state);
    // A session that somebody has seen is no longer what a next click, or a next page, goes on with.
    if (sides.size && isJoinable(session) && !state.busy) dropKey(name);
  }

  /** By the element that was clicked, or by what a framework has put in its place meanwhile. */
  function tell(side, event, detail) {
    (sides.has(side) ? side : ([...sides][0] ?? side)).tell(event, detail);
  }

  /** Asks for the session, or how to join the one that there is. A failure is heard of once there are words for it. */
  async function ask(side) {
    const words = loadFailure();
    const outcome = await (session ? look(side, session) : post(side));
    if (outcome.failure) await words;
    return outcome;
  }

  async function look(side, known) {
    const outcome = await call("GET", endpoint, path(), key, side.token);
    return { ...outcome, session: { ...known, ...outcome.session } };
  }

  function post(side) {
    if (!isMistaken(request)) return call("POST", endpoint, "", (key ??= keyOf(name)), side.token, request);
    warn("needs email, user-id or conversation-id: see docs/widget.md");
    return failed("invalid-request");
  }

  function path() {
    const { id, deploymentId = request.deploymentId } = session;
    return `/${encodeURIComponent(id)}${deploymentId ? `?deploymentId=${encodeURIComponent(deploymentId)}` : ""}`;
  }

  /** What was awaited; rejects if nobody is to hear of it any more. */
  async function current(mine, promise) {
    const value = await promise;
    if (turn !== mine) throw mine;
    return value;
  }

  async function run(side, mine) {
    const looking = session;
    const wait = (then) => current(mine, outcome.wait?.((left) => turn === mine && show("waiting", { ...outcome, then, left })));
    show("starting", { busy: looking ? "looking" : "working" });
    if (!looking) tell(side, "starting", request);
    // So that nobody waits for it later.
    if (hasMessenger()) loadMessenger();
    let outcome = await current(mine, ask(side));
    if (outcome.retryAfter <= LONGEST_AUTOMATIC_WAIT) {
      await wait("retrying");
      // Nobody is there any more to see what would come of it.
      if (!sides.size) return reset();
      show("starting", { busy: "workingAgain" });
      outcome = await current(mine, ask(side));
    }
    session = outcome.session;
    if (outcome.failure) {
      tell(side, "failed", outcome.failure);
      await wait("retryLater");
      return show("failed", outcome);
    }
    // Of a session that was looked up the page hears only if it can be joined now: it knows the rest.
    if (!looking || isJoinable(session)) tell(side, "started", session);
    await current(mine);
    return session.joinCode && hasMessenger() ? join(side, mine) : show("started");
  }

  /** The session as Messenger is to share it, and to go on with even if it is not the one that is shown any more. */
  function sharing(side) {
    const shared = session;
    return {
      session,
      show,
      state: () => (session === shared ? state : { name: "ended" }),
      tell: (event) => tell(side, event, shared),
      end: call.bind(null, "DELETE", endpoint, path(), key, side.token),
    };
  }

  async function join(side, mine) {
    messenger = await current(mine, loadMessenger());
    await (messenger.join ? messenger.join(sharing(side)) : show("started"));
  }

  function stop(side) {
    if (!state.busy) messenger.stop(sharing(side));
  }

  function reset() {
    turn = {};
    session = key = undefined;
    show("idle");
  }

  /** Does what the button says; nothing where there is a session, or may be one. Resolves once that has ended. */
  function start(side) {
    if (turn.running || !next(state)) return turn.running;
    const mine = (turn = {});
    mine.running = run(side, mine)
      .catch((cause) => {
        if (turn !== mine) return;
        warn("is at fault:", cause);
        show("failed", failed("unexpected"));
      })
      .finally(() => (mine.running = undefined));
    return mine.running;
  }

  return {
    start,
    stop,
    /** Forgets a session that was shown. The key of one that was not is kept, so that what is under way is gone on with. */
    reset(side) {
      if (state.name === "joined") stop(side);
      reset();
    },
    /** Starts another session, whatever became of the last one. */
    another(side) {
      dropKey(name);
      reset();
      return start(side);
    },
    attach(side) {
      sides.add(side);
      showAll();
    },
    detach(side) {
      sides.delete(side);
    },
  };
}
