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
import java.util.Optional;
import java.util.UUID;

/** Sees to it that a request that is repeated under its idempotency key starts one session. */
@Singleton
public class Idempotency {
    /** What a claim outlasts its request by: clocks differ, and the last write takes its time. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    /** What is reserved of the request's time, so that its answer can be saved after a slow start. */
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
     * Claims the key for a request, unless it was answered within 24 hours under the same key.
     *
     * @param caller whom the key belongs to: keys of different callers never meet
     * @param request the same text for the same request; only a fingerprint of it is stored
     * @throws Failure {@code IDEMPOTENCY_KEY_REUSED}, {@code REQUEST_IN_PROGRESS}, {@code OUTCOME_UNKNOWN} or
     *     {@code IDEMPOTENCY_UNAVAILABLE}
     */
    public Execution begin(String caller, IdempotencyKey key, String request) {
        var now = clock.instant();
        var whole = deadline.atMost(deadline.remaining());
        var claim = Entry.claimed(
                id(caller, key),
                Fingerprint.of(caller, key.value(), request),
                UUID.randomUUID().toString(),
                wholeSeconds(now.plus(whole.remaining()).plus(MARGIN)));
        var earlier = store.claim(claim, now, whole.atMost(Execution.MOST_FOR_A_WRITE));
        earlier.ifPresent(entry -> requireAnswered(entry, claim, now));
        if (earlier.isEmpty()) {
            reserveTimeToSave();
        }
        return new Execution(store, whole, clock, earlier.orElse(claim));
    }

    /** The answer that is remembered under the caller's key, of whatever request. */
    public Optional<String> answered(String caller, IdempotencyKey key) {
        return store.find(id(caller, key), deadline.atMost(Execution.MOST_FOR_A_WRITE))
                .filter(entry -> !entry.isExpired(clock.instant()))
                .flatMap(Entry::answer);
    }

    private static String id(String caller, IdempotencyKey key) {
        return Fingerprint.of(caller, key.value());
    }

    private void reserveTimeToSave() {
        var remaining = deadline.remaining();
        deadline.shortenTo(remaining.minus(shorter(SAVE_RESERVE, remaining.dividedBy(4))));
    }

    private static void requireAnswered(Entry earlier, Entry claim, Instant now) {
        if (!earlier.request().equals(claim.request())) {
            throw new Failure(Code.IDEMPOTENCY_KEY_REUSED, "This idempotency key was used for another request.");
        }
        if (earlier.isInProgress(now)) {
            throw new Failure(
                    Code.REQUEST_IN_PROGRESS,
                    "The request with this idempotency key is still running.",
                    shorter(SOON, Duration.between(now, earlier.leaseUntil())));
        }
        if (earlier.answer().isEmpty()) {
            throw new Failure(
                    Code.OUTCOME_UNKNOWN,
                    "The request with this idempotency key was sent and not clearly answered: a session may exist.");
        }
    }

    /** Rounded up. */
    private static Instant wholeSeconds(Instant time) {
        return time.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
    }
}
