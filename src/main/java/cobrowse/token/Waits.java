package cobrowse.token;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.restclient.CallFailure;
import cobrowse.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** The waits of a search, which all come out of its deadline: one that does not fit is not begun. */
final class Waits {
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 500;

    private final TokenPool pool;
    private final Deadline deadline;

    Waits(TokenPool pool, Deadline deadline) {
        this.pool = pool;
        this.deadline = deadline;
    }

    /** Any slot that need not be left alone; waits for one if there is time. */
    Slot anyAwake() {
        while (true) {
            var now = now();
            var awake = pool.slots.stream().filter(slot -> !slot.rests(now)).toList();
            if (!awake.isEmpty()) {
                return awake.get((int) (pool.random.getAsDouble() * awake.size()));
            }
            var wait = shortestRest(now);
            if (!deadline.allows(wait)) {
                throw limited(wait);
            }
            pool.pause.accept(wait.plusMillis((long) (pool.random.getAsDouble() * FIRST_PAUSE_MILLIS)));
        }
    }

    /** Longer each time, and random, so that a fleet does not ask in step. */
    void pause(int before) {
        var most = Math.min(FIRST_PAUSE_MILLIS << Math.min(before, 8), LONGEST_PAUSE_MILLIS);
        var wait = Duration.ofMillis((long) (most * (0.5 + pool.random.getAsDouble() / 2)));
        if (!deadline.allows(wait)) {
            throw limitedOr(new CallFailure.DeadlineExceeded());
        }
        pool.pause.accept(wait);
    }

    /** @return what to throw: that Genesys limits the rate, where it does */
    RuntimeException limitedOr(RuntimeException otherwise) {
        var now = now();
        return pool.slots.stream().anyMatch(slot -> slot.rests(now)) ? limited(shortestRest(now)) : otherwise;
    }

    private Duration shortestRest(Instant now) {
        var first = pool.slots.stream()
                .map(Slot::restsUntil)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(now);
        return Duration.between(now, first);
    }

    private static Failure limited(Duration wait) {
        return new Failure(
                Code.GENESYS_RATE_LIMITED,
                "Genesys Cloud limits the rate, and no token of the pool can be used now.",
                wait);
    }

    /** Up to twice as long, so that a fleet that was turned away does not come back at once. */
    Duration spread(Duration wait) {
        return wait.plusMillis((long) (pool.random.getAsDouble() * wait.toMillis()));
    }

    private Instant now() {
        return pool.clock.instant();
    }
}
