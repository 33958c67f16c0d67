package cobrowse.idempotency;

import cobrowse.aws.AwsFailure;
import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.time.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** One execution of the request of a key, and what is recorded of it, step by step. */
public final class Execution {
    static final Duration MOST_FOR_A_WRITE = Duration.ofSeconds(2);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Logger LOG = Logger.getLogger(Execution.class);

    private final Store store;
    private final Deadline deadline;
    private final Clock clock;
    private Entry entry;

    Execution(Store store, Deadline deadline, Clock clock, Entry entry) {
        this.store = store;
        this.deadline = deadline;
        this.clock = clock;
        this.entry = entry;
    }

    /** The answer of an execution before: then there is nothing to do. */
    public Optional<String> earlier() {
        return entry.answer();
    }

    /**
     * To be called just before the request that starts a session is sent.
     *
     * @throws Failure if it must not be sent
     */
    public void sending() {
        // Before it is known whether that worked: where the response is lost, the note may be there all the same.
        entry = entry.sending(clock.instant());
        if (!store.replace(entry, deadline.atMost(MOST_FOR_A_WRITE))) {
            throw new Failure(
                    Code.REQUEST_IN_PROGRESS,
                    "Another request with this idempotency key has taken over; nothing was started.",
                    Duration.ofSeconds(1));
        }
    }

    /** Remembers the answer. */
    public void answered(String answer) {
        remember(entry.answered(answer, clock.instant()));
    }

    /** Remembers a better answer than the {@link #earlier()} one. */
    public void improved(String better) {
        remember(entry.improved(better));
    }

    /**
     * Frees the key if nothing was started.
     *
     * @return what to throw: a bug after sending leaves the outcome unknown
     */
    public RuntimeException failed(Throwable thrown) {
        if (thrown instanceof Failure failure) {
            if (failure.code() == Code.OUTCOME_UNKNOWN) {
                remember(entry.unknown(clock.instant()));
            } else {
                free();
            }
            return failure;
        }
        if (entry.state() == Entry.State.SENDING) {
            remember(entry.unknown(clock.instant()));
            LOG.error("A bug after sending", thrown);
            return new Failure(
                    Code.OUTCOME_UNKNOWN, "Something went wrong after sending: a session may exist.", thrown);
        }
        free();
        return thrown instanceof RuntimeException bug ? bug : new IllegalStateException(thrown);
    }

    /** Answers anyway where this fails: the entry stays SENDING, which never leads to a second session. */
    private void remember(Entry end) {
        try {
            if (!store.replace(end, deadline.atMost(MOST_FOR_A_WRITE))) {
                LOG.warn("The result is not saved: its idempotency key belongs to another request by now");
            }
        } catch (Throwable e) {
            LOG.warnf("The result is not saved: %s", reason(e));
        }
    }

    /**
     * Tries as long as there is time, because an entry that says SENDING would be in the way for a day. One that says
     * CLAIMED is worth nothing once its lease is over.
     */
    private void free() {
        for (var pause = FIRST_PAUSE; ; pause = pause.multipliedBy(2)) {
            try {
                store.remove(entry, deadline.atMost(MOST_FOR_A_WRITE));
                return;
            } catch (RuntimeException e) {
                var mayHelp = entry.state() == Entry.State.SENDING && !(e.getCause() instanceof AwsFailure.Permanent);
                if (!mayHelp || !deadline.allows(pause)) {
                    LOG.warnf("An idempotency key is not freed: %s", reason(e));
                    return;
                }
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private static String reason(Throwable e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }
}
