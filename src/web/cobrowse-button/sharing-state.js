/** Whether an agent sees this page, or may. */
export const isShared = ({ name }) => name === "joined" || name === "unsure";

/** Whether an acceptance was sent, and what came of it may still be shared. */
export const isOpen = (state) => isShared(state) || state.name === "accepting";

const isSame = (one, other) => `${one}`.toLowerCase() === `${other}`.toLowerCase();
const nobody = ({ begins }) => ({ name: "none", begins });
const ended = (state) => ({ ...state, name: "ended" });

/** Something begins: `isUnwanted`, if it was cancelled after its acceptance had been sent. */
const begin = (state, session) => ({
  name: "joined",
  session,
  hasBegun: true,
  begins: state.begins + 1,
  isUnwanted: session === state.session && state.isUnwanted,
});

const transitions = {
  accepting: ({ begins }, session) => ({ name: "accepting", session, begins }),

  // Messenger may have told by an event that it began, and even that it ended, before it answers.
  accepted: (state, session) =>
    state.session === session && (state.name === "ended" || state.hasBegun) ? state : begin(state, session),

  refused: (state, session) => (isOpen(state) && state.session === session && !state.hasBegun ? nobody(state) : state),

  unanswered: (state, session) =>
    state.name === "accepting" && state.session === session ? { ...state, name: "unsure" } : state,

  /** By the visitor, after it was sent, or wanted again. */
  cancelled: (state, isUnwanted) => (state.name === "accepting" ? { ...state, isUnwanted } : state),

  started(state, id) {
    const { session, hasBegun } = state;
    const isOther = id && session?.id && !isSame(id, session.id);
    if (!isOpen(state) || isOther) return begin(state, { id });
    if (id && session.id && hasBegun) return { ...state, name: "joined" };
    // One without an id is taken for the one that is open.
    session.id ??= id;
    return begin(state, session);
  },

  ended(state, id) {
    const { session, hasBegun } = state;
    if (!isOpen(state)) return state;
    if (id && session.id) return isSame(id, session.id) ? ended(state) : state;
    // Not what is being accepted: that begins later.
    if (!isShared(state)) return state;
    // Ours or another's: whose it is was never told.
    if (id) return transitions.doubted(state);
    // What was not heard to begin may do so yet, and is then another one.
    return ended(hasBegun ? state : { ...state, session: { ...session } });
  },

  stopped: (state, begins) => (isShared(state) && state.begins === begins ? ended(state) : state),

  notStopped: (state, begins) => (state.begins === begins ? transitions.doubted(state) : state),

  doubted: (state) => (isShared(state) ? { ...state, name: "unsure" } : state),

  /** Nobody needs to be told any more that it has ended. */
  forgotten: (state) => (state.name === "ended" ? nobody(state) : state),

  restored(state, session) {
    if (session) return { ...state, name: "unsure", session };
    return isShared(state) ? ended(state) : state;
  },
};

/**
 * Who sees this page, as far as Messenger has said: a state and an event in, the next state out.
 *
 * A state has a `name`, which is `none`, `accepting` (an acceptance was sent), `joined`, `unsure` (may still be seen) or
 * `ended`; the `session`, whose `id` may not be known; whether Messenger has told that it `hasBegun`; and how often
 * something `begins`, by which what is said of an earlier session is told from what is said of a later one.
 *
 * @param event `accepting`, `accepted`, `refused`, `unanswered`, with the session; Messenger's own `started` and `ended`,
 *   with an id or without; `stopped` and `notStopped`, with what `begins` was when the stop was sent; `doubted`,
 *   where Messenger contradicts itself; `cancelled`, with whether it still is; `forgotten`; `restored`, with the
 *   session that an earlier page of the tab has left, or without
 */
export const after = (state, event, about) => transitions[event](state, about);

export const NOBODY = nobody({ begins: 0 });
