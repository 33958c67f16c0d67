package cobrowse.idempotency;

import static cobrowse.time.Deadline.shorter;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.table.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What the item of a key holds, and what follows from it for a request under the same key. */
final class Entry {
    static final String REQUEST = "request";
    static final String STATE = "state";
    static final String ANSWER = "answer";

    /** When to look again whether the first one is done; most are long before their lease is over. */
    private static final Duration SOON = Duration.ofSeconds(2);

    /** How far it is. */
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

    private Entry() {}

    static Map<String, String> data(String request, State state) {
        return Map.of(REQUEST, request, STATE, state.name());
    }

    /** @throws Failure {@code IDEMPOTENCY_UNAVAILABLE} if another application wrote the item */
    static Item requireOurs(Item item) {
        if (item.isForeign() || item.text(REQUEST).isEmpty() || !hasItsAnswer(item)) {
            throw new Failure(
                    Code.IDEMPOTENCY_UNAVAILABLE,
                    "The table holds an item under the idempotency key that is not this function's; nothing was"
                            + " started.");
        }
        return item;
    }

    /** Whether there is an answer where the state says so, and nowhere else. */
    private static boolean hasItsAnswer(Item item) {
        try {
            var state = State.valueOf(item.text(STATE).orElse(""));
            return state.step <= item.step()
                    && (state == State.ANSWERED) == item.text(ANSWER).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @throws Failure unless the item answers the request that the claim is for */
    static void requireAnswered(Item earlier, Item claim, Instant now) {
        if (!earlier.text(REQUEST).equals(claim.text(REQUEST))) {
            throw new Failure(Code.IDEMPOTENCY_KEY_REUSED, "This idempotency key was used for another request.");
        }
        if (earlier.step() < State.ANSWERED.step && !earlier.isOver(now)) {
            throw new Failure(
                    Code.REQUEST_IN_PROGRESS,
                    "The request with this idempotency key is still running.",
                    shorter(SOON, Duration.between(now, earlier.until())));
        }
        if (earlier.text(ANSWER).isEmpty()) {
            throw new Failure(
                    Code.OUTCOME_UNKNOWN,
                    "The request with this idempotency key was sent and not clearly answered: a session may exist.");
        }
    }
}
