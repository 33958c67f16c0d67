package cobrowse.idempotency;

import static cobrowse.time.Durations.shorter;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.time.Deadline;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;

/** Sees to it that a request that is repeated under its idempotency key starts one session. */
@Singleton
public class Idempotency {
    /** What a claim outlasts its request by: clocks differ, and the last write takes its time. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    /** What is kept back of the request's time, so that its answer can be remembered after a slow start. */
    private static final Duration SAVE_RESERVE = Duration.ofMillis(500);

    /** When to look again whether the first one is done; most are long before their lease is over. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Store store;
    private final Deadline deadline;
    private final Clock clock;

    Idempotency(Store store, Deadline deadline, Clock clock) {
        this.store = store;
        this.deadline = deadline;
        this.clock = clock;
    }

    /**
     * Does the work, unless it was done within 24 hours under the same key.
     *
     * @param caller whom the key belongs to: keys of different callers never meet
     * @param key as {@link IdempotencyKey} has it
     * @param request the same text for the same request; only a fingerprint of it is stored
     * @param work runs what it is given just before it sends the request that starts a session, and returns the answer to
     *     remember, which holds nothing secret or personal
     * @return the answer of this work, or of the one before
     * @throws Failure {@code IDEMPOTENCY_KEY_REUSED}, {@code REQUEST_IN_PROGRESS}, {@code OUTCOME_UNKNOWN},
     *     {@code IDEMPOTENCY_UNAVAILABLE}, or the work's own: then the key is free again, unless that was
     *     {@code OUTCOME_UNKNOWN}
     */
    public String once(String caller, String key, String request, Function<Runnable, String> work) {
        var now = clock.instant();
        var whole = deadline.atMost(deadline.remaining());
        var claim = Entry.claimed(
                Fingerprint.of(caller, key),
                Fingerprint.of(caller, key, request),
                UUID.randomUUID().toString(),
                wholeSeconds(now.plus(whole.remaining()).plus(MARGIN)));
        var attempt = new KeyedExecution(store, whole, clock, claim);
        var earlier = attempt.claim(now);
        if (earlier.isPresent()) {
            return answer(earlier.get(), claim, now);
        }
        reserveTimeToSave();
        return attempt.run(work);
    }

    private void reserveTimeToSave() {
        var left = deadline.remaining();
        deadline.shortenTo(left.minus(shorter(SAVE_RESERVE, left.dividedBy(4))));
    }

    private static String answer(Entry earlier, Entry claim, Instant now) {
        if (!earlier.request().equals(claim.request())) {
            throw new Failure(Code.IDEMPOTENCY_KEY_REUSED, "This idempotency key was used for another request.");
        }
        if (earlier.isInProgress(now)) {
            throw new Failure(
                    Code.REQUEST_IN_PROGRESS,
                    "The request with this idempotency key is still running.",
                    shorter(SOON, Duration.between(now, earlier.leaseUntil())));
        }
        return earlier.answer()
                .orElseThrow(
                        () -> new Failure(
                                Code.OUTCOME_UNKNOWN,
                                "The request with this idempotency key was sent and not clearly answered: a session may exist."));
    }

    /** Rounded up. */
    private static Instant wholeSeconds(Instant time) {
        return time.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
    }
}
