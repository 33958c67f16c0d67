package cobrowse.idempotency;

/** How far an execution is; a later step is never undone by an earlier one. */
enum State {
    /** It is worked on, and nothing was sent yet: worth nothing once the lease is over. */
    CLAIMED(0),
    /** The request to start a session is being sent, or was: once the lease is over, its outcome is unknown. */
    SENDING(1),
    ANSWERED(2),
    /** Nothing was started: this is in the way of a claim that may arrive yet, and of no other. */
    WITHDRAWN(2),
    /** It will never be known whether a session was started. */
    UNKNOWN(2);

    final int step;

    State(int step) {
        this.step = step;
    }
}
