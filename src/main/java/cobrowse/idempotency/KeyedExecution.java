package cobrowse.idempotency;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.time.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** One attempt to do the work of a key, and what is written down of it, step by step. */
class KeyedExecution {
    /** The most time for one write. */
    private static final Duration MOST = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(KeyedExecution.class);

    private final Store store;
    private final Deadline deadline;
    private final Clock clock;
    private Entry entry;

    KeyedExecution(Store store, Deadline deadline, Clock clock, Entry claim) {
        this.store = store;
        this.deadline = deadline;
        this.clock = clock;
        this.entry = claim;
    }

    /** @return what is in the way, or nothing: then the work may be run */
    Optional<Entry> claim(Instant now) {
        return store.claim(entry, now, deadline.atMost(MOST));
    }

    String run(Function<Runnable, String> work) {
        try {
            var answer = work.apply(this::sending);
            remember(entry.answered(answer, clock.instant()));
            return answer;
        } catch (Failure failure) {
            if (failure.code() == Code.OUTCOME_UNKNOWN) {
                remember(entry.unknown(clock.instant()));
            } else {
                free();
            }
            throw failure;
        } catch (RuntimeException bug) {
            throw entry.state() == Entry.State.SENDING ? lost(bug) : freed(bug);
        }
    }

    private void sending() {
        var sending = entry.sending(clock.instant());
        if (!store.replace(sending, deadline.atMost(MOST))) {
            throw new Failure(
                    Code.REQUEST_IN_PROGRESS,
                    "Another request with this idempotency key has taken over; nothing was started.",
                    Duration.ofSeconds(1));
        }
        entry = sending;
    }

    private Failure lost(RuntimeException bug) {
        remember(entry.unknown(clock.instant()));
        LOG.error("A bug after sending", bug);
        return new Failure(Code.OUTCOME_UNKNOWN, "Something went wrong after sending: a session may exist.", bug);
    }

    private RuntimeException freed(RuntimeException bug) {
        free();
        return bug;
    }

    /** The answer goes out even so. What stays then is that it was sent, which never leads to a second session. */
    private void remember(Entry end) {
        try {
            if (!store.replace(end, deadline.atMost(MOST))) {
                LOG.warn("An answer is not remembered: its idempotency key is another's by now");
            }
        } catch (RuntimeException e) {
            LOG.warnf("An answer is not remembered: %s", reason(e));
        }
    }

    /** Where this fails, the key is free once the lease is over, or stays unclear if something may have been sent. */
    private void free() {
        try {
            store.remove(entry, deadline.atMost(MOST));
        } catch (RuntimeException e) {
            LOG.warnf("An idempotency key is not freed: %s", reason(e));
        }
    }

    private static String reason(RuntimeException e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }
}
