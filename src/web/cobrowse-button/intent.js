import { call } from "./api.js";
import { failed } from "./failure.js";
import { hasMessenger, look, whenReady } from "./messenger.js";
import { showAll, sides, tell } from "./page.js";
import { secondsLeft } from "./session.js";
import { accept, change, sharing } from "./sharing.js";
import { isShared } from "./sharing-state.js";
import { keep, keyOf } from "./stored.js";
import { asked, isMistaken } from "./target.js";
import { afterwards, stopwatch } from "./time.js";
import { warn } from "./warn.js";

const MAX_AUTOMATIC_WAIT = 60;
/** So long a click stands for the wish to be seen now. */
const SECONDS_OF_A_CLICK = 10;
const IDLE = { name: "idle" };
const intents = {};

/** The one that all elements of this page share which ask for the same. */
export function intentOf(element) {
  const name = asked(element);
  return (intents[name] ??= intent(name));
}

// What is shared is what there is: nothing else goes on beside it.
sharing.halt = () => Object.values(intents).forEach((one) => one.halt());

/** Whether an element may show how to join the session: its link, or its code where the page has chosen to. */
const isWayIn = ({ joinUrl, joinCode } = {}, side) => joinUrl || (joinCode && side.showsCode());

/**
 * What the button does next, as the key of the words that it then says, or undefined where it has nothing to do: there is
 * a session, or there may be one, and what starts another is not the button.
 *
 * After every failure but a last one the button goes on under the same key, even if that failure started nothing: a send
 * before it may have, and the API frees a key that started nothing.
 */
export const nextOf = ({ name, isLast }) =>
  isLast ? undefined : { idle: "start", failed: "tryAgain", expired: "start", ended: "start" }[name];

/**
 * What a visitor wants of an endpoint and a target: one session, however often and wherever it is asked for. It outlives
 * the elements that show it, so that an element put in place of another goes on with what that one began.
 */
function intent(name) {
  const { endpoint, request } = JSON.parse(name);
  let state = IDLE;
  /** What is under way; another one once nobody is to hear of it any more. */
  let turn = {};
  let session;
  let key;
  /** The start that is asked for and not answered yet: one that was cancelled is gone on with. */
  let posted;

  function show(name, more) {
    state = { name, session, ...more };
    showAll();
  }

  /** Asks for the session: the API answers what it has answered before under the key, and looks how to join once more. */
  async function ask(side) {
    if (isMistaken(request)) {
      warn("needs conversation-id, user-id or email");
      return failed("invalid-request");
    }
    key ??= keyOf(name);
    const mine = (posted ??= call("POST", { endpoint, key }, side.token, request));
    const outcome = await mine;
    if (posted === mine) posted = undefined;
    return outcome;
  }

  /** Where the session is, for the API. */
  function where() {
    const { id, deploymentId = request.deploymentId } = session;
    const query = deploymentId ? `?deploymentId=${encodeURIComponent(deploymentId)}` : "";
    return { endpoint, key, path: `/${encodeURIComponent(id)}${query}`, asked: name };
  }

  /** What was awaited; rejects if nobody is to hear of it any more. */
  async function current(mine, promise) {
    const value = await promise;
    if (turn !== mine) throw mine;
    return value;
  }

  async function run(side, mine) {
    // Twice in a row it is the visitor's clock that is wrong.
    const isRenewed = state.name === "expired";
    show("starting");
    tell(side, "starting", request);
    await current(mine, sharing.answered);
    let outcome = await current(mine, ask(side));
    const wait = () => {
      const tick = (left) => {
        mine.hasWaited = true;
        if (turn === mine) show("waiting", { ...outcome, left });
      };
      return current(mine, new Promise((resolve) => afterwards(outcome.retryAfter, resolve, tick)));
    };
    if (outcome.retryAfter <= MAX_AUTOMATIC_WAIT) {
      await wait();
      // Nobody is there any more to see what would come of it.
      if (![...sides].some((one) => one.intent() === me)) return show("idle");
      show("starting");
      outcome = await current(mine, ask(side));
    }
    if (outcome.failure) {
      tell(side, "failed", outcome.failure);
      if (outcome.retryAfter) await wait();
      return show("failed", outcome);
    }
    session = outcome.session;
    tell(side, "started", session);
    await current(mine);
    if (secondsLeft(session) <= 0 && !isRenewed) return expire();
    const { id, joinCode, joinUrl } = session;
    if (!joinCode) return present(side, joinUrl ? undefined : "cannot-join");
    await share(side, mine, { id, data: { joinCode, sessionId: id }, detail: session, end: where() });
  }

  /** Has Messenger accept, if the visitor has just said so. */
  async function share(side, mine, what) {
    look();
    if (!hasMessenger()) return present(side);
    show("starting");
    if (!(await current(mine, whenReady()))) return present(side, "messenger-not-ready");
    await current(mine, sharing.answered);
    if (mine.hasWaited || mine.seconds() >= SECONDS_OF_A_CLICK) {
      show("asking", { what });
      return expireInTime();
    }
    const isRefused = await current(mine, accept({ ...what, side }));
    if (isRefused) present(side, what.id ? "messenger-refused" : "code-refused");
    else show("idle");
  }

  /** The ways in beside Messenger; if there are none, the session is asked for again under its key. */
  function present(side, why = "cannot-share") {
    if (isWayIn(session, side)) {
      // A session that the visitor has seen is no longer what a next click, or a next page, goes on with.
      keep(name);
      show("started");
      return expireInTime();
    }
    session = undefined;
    const outcome = failed(why);
    tell(side, "failed", outcome.failure);
    show("failed", outcome);
  }

  function expireInTime() {
    const shown = state;
    afterwards(secondsLeft(session), () => state === shown && expire());
  }

  function expire() {
    drop();
    show("expired");
  }

  /** Lets go of what is under way. */
  function cease() {
    turn.finish?.();
    turn = {};
    session = undefined;
    state = IDLE;
  }

  function forget() {
    cease();
    key = posted = undefined;
  }

  function drop() {
    forget();
    keep(name);
  }

  /** One at a time; resolves once it has ended. */
  function begin(work) {
    if (turn.running || isShared(sharing.state)) return turn.running;
    change("forgotten");
    const mine = (turn = { seconds: stopwatch() });
    mine.running = new Promise((resolve) => (mine.finish = resolve));
    work(mine)
      .catch((cause) => {
        if (turn !== mine) return;
        warn(cause);
        show("failed", failed("unexpected"));
      })
      .finally(() => {
        mine.finish();
        mine.running = undefined;
      });
    return mine.running;
  }

  const me = {
    state: () => state,

    /** Does what the button says; nothing where there is a session, or may be one. */
    start(side) {
      const { what } = state;
      // Cancelled, and wanted again before Messenger has answered.
      if (sharing.state.session?.end?.asked === name) change("cancelled", false);
      if (what || nextOf(state)) return begin((mine) => (what ? share(side, mine, what) : run(side, mine)));
      return turn.running;
    },

    /** Accepts what somebody else has begun: with a code that the visitor has typed, or what the agent offers. */
    take(side, what) {
      return begin((mine) => {
        session = undefined;
        return share(side, mine, what);
      });
    },

    /** Goes back to the beginning, and keeps the key: the next click goes on with the same attempt. */
    cancel() {
      if (!["starting", "waiting", "asking"].includes(state.name)) return;
      change("cancelled", true);
      cease();
      showAll();
    },

    /** Something is shared now, or may be. */
    halt: forget,

    /** Forgets a session that was shown. The key of one that was not is kept, so that what is under way is gone on with. */
    reset() {
      change("cancelled", true);
      forget();
      showAll();
    },

    /** Starts another session, whatever became of the last one. */
    another(side) {
      drop();
      return me.start(side);
    },
  };
  return me;
}
