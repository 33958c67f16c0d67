package cobrowse.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is remembered of a key. Of times DynamoDB keeps the whole seconds, as its TTL has them.
 *
 * @param id fingerprint of caller and key
 * @param request fingerprint of the request together with the key
 * @param owner of the attempt that may change this, unlike any other's
 * @param leaseUntil when the attempt is certainly over
 * @param expiresAt when all this counts as forgotten
 * @param answer where there is one, as the caller was given it: it names the user, and tells how to join
 */
record Entry(
        String id,
        String request,
        String owner,
        State state,
        Instant leaseUntil,
        Instant expiresAt,
        Optional<String> answer) {

    private static final Duration REMEMBERED = Duration.ofHours(24);

    /** In the order in which an entry moves forward; the last two are both an end. */
    enum State {
        /** Somebody works on it and has sent nothing yet: worth nothing once the lease is over. */
        CLAIMED,
        /** The request to start a session is being sent, or was: once the lease is over, nobody knows what became of it. */
        SENDING,
        ANSWERED,
        /** Nobody knows whether a session was started. */
        UNKNOWN;

        /** The states that this one may replace: a late write never undoes a later one, but may repeat itself. */
        Set<State> predecessors() {
            return switch (this) {
                case CLAIMED -> Set.of();
                case SENDING -> Set.of(CLAIMED, SENDING);
                case ANSWERED -> Set.of(CLAIMED, SENDING, ANSWERED);
                case UNKNOWN -> Set.of(CLAIMED, SENDING, UNKNOWN);
            };
        }
    }

    /** The states of an attempt that has not ended, which alone may be forgotten. */
    static final Set<State> IN_PROGRESS = Set.of(State.CLAIMED, State.SENDING);

    static Entry claimed(String id, String request, String owner, Instant leaseUntil) {
        return new Entry(id, request, owner, State.CLAIMED, leaseUntil, leaseUntil, Optional.empty());
    }

    Entry sending(Instant now) {
        return with(State.SENDING, now, Optional.empty());
    }

    Entry answered(String answer, Instant now) {
        return with(State.ANSWERED, now, Optional.of(answer));
    }

    /** With a better answer; forgotten when the first one would have been. */
    Entry improved(String better) {
        return new Entry(id, request, owner, State.ANSWERED, leaseUntil, expiresAt, Optional.of(better));
    }

    Entry unknown(Instant now) {
        return with(State.UNKNOWN, now, Optional.empty());
    }

    boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    boolean isInProgress(Instant now) {
        return IN_PROGRESS.contains(state) && leaseUntil.isAfter(now);
    }

    private Entry with(State state, Instant now, Optional<String> answer) {
        return new Entry(id, request, owner, state, leaseUntil, now.plus(REMEMBERED), answer);
    }
}
