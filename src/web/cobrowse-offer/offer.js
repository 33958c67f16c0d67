import { call } from "../cobrowse-button/api.js";
import { failed } from "../cobrowse-button/failure.js";
import { secondsLeft } from "../cobrowse-button/session.js";
import { keep, keyOf } from "../cobrowse-button/stored.js";
import { afterwards } from "../cobrowse-button/time.js";
import { warn } from "../cobrowse-button/warn.js";

/**
 * What an agent offers in a conversation: one session under one key, until it has ended or expired.
 *
 * @param asked function that has `{endpoint, request}` as text
 * @param side `tell(event, detail)`, `token()`
 * @param render called with what is to be shown
 */
export function offer(asked, side, render) {
  let state = { name: "idle" };
  /** What the session was started for, and where it is: what the element asks for may be another by now. */
  let started;

  function show(name, more) {
    state = { name, ...more };
    render(state);
    return state;
  }

  async function start() {
    if (state.busy || state.name === "started") return;
    const name = asked();
    const { endpoint, request } = JSON.parse(name);
    if (!request.conversationId) {
      warn("needs conversation-id: see docs/widget.md");
      return fail(failed("invalid-request"));
    }
    const key = keyOf(`offer ${name}`);
    const mine = show("starting", { busy: "starting" });
    const outcome = await call("POST", { endpoint, key }, side.token, request);
    if (state !== mine) return;
    if (outcome.failure) return fail(outcome);
    const { session } = outcome;
    const { id, deploymentId = request.deploymentId } = session;
    const query = deploymentId ? `?deploymentId=${encodeURIComponent(deploymentId)}` : "";
    started = { name, session, where: { endpoint, key, path: `/${encodeURIComponent(id)}${query}` } };
    side.tell("started", session);
    show("started", { session });
    afterwards(secondsLeft(session), () => started?.session === session && expire());
  }

  function fail(outcome) {
    side.tell("failed", outcome.failure);
    show("failed", outcome);
  }

  /** The code is good for nothing, but who has typed it before is seen until the session ends. */
  function expire() {
    const { name, session } = started;
    keep(`offer ${name}`);
    show("expired", { session });
  }

  function forget() {
    keep(`offer ${started?.name ?? asked()}`);
    started = undefined;
  }

  return {
    start,

    async end() {
      if (!started || state.busy) return;
      const { session, where } = started;
      const mine = show(state.name, { session, busy: "ending" });
      const { failure } = await call("DELETE", where, side.token);
      if (started?.session !== session) return;
      // The offer may have expired meanwhile.
      const name = state === mine ? mine.name : "expired";
      // 204 holds nothing that could be read as a session.
      if (failure && failure.status !== 204) return show(name, { session, failure });
      forget();
      show("ended");
      side.tell("ended", session);
    },

    /** Starts another session, whatever became of the last one. */
    another() {
      forget();
      state = { name: "idle" };
      return start();
    },
  };
}
