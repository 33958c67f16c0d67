package cobrowse.token;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.restclient.CallFailure;
import cobrowse.time.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/** What this container knows of the pool's slots, and how it waits for them. */
final class Slots {
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long MAX_PAUSE_MILLIS = 500;

    private final List<Slot> all;
    private final Clock clock;
    private final DoubleSupplier random;
    private final Consumer<Duration> sleep;
    private final AtomicReference<Slot> toReplace = new AtomicReference<>();

    Slots(int size, Clock clock) {
        this(
                size,
                clock,
                () -> ThreadLocalRandom.current().nextDouble(),
                wait -> LockSupport.parkNanos(wait.toNanos()));
    }

    Slots(int size, Clock clock, DoubleSupplier random, Consumer<Duration> sleep) {
        this.all = IntStream.range(0, size).mapToObj(Slot::new).toList();
        this.clock = clock;
        this.random = random;
        this.sleep = sleep;
    }

    void reject(Slot slot, String owner) {
        slot.rejected = owner;
        toReplace.set(slot);
    }

    /**
     * The slot whose token was rejected, once, or else any that need not be left alone; waits for one if there is time.
     *
     * @throws Failure {@code GENESYS_RATE_LIMITED} if there is none
     */
    Slot next(Deadline deadline) {
        return Optional.ofNullable(toReplace.getAndSet(null)).orElseGet(() -> anyAvailable(deadline));
    }

    /**
     * Longer each time, and random, so that a fleet does not ask in step.
     *
     * @param before how often this was done before
     */
    void pause(int before, Deadline deadline) {
        var most = Math.min(FIRST_PAUSE_MILLIS << Math.min(before, 8), MAX_PAUSE_MILLIS);
        var wait = Duration.ofMillis((long) (most * (0.5 + random.getAsDouble() / 2)));
        if (!deadline.allows(wait)) {
            requireNotLimited();
            throw new CallFailure.DeadlineExceeded();
        }
        sleep.accept(wait);
    }

    /** @throws Failure {@code GENESYS_RATE_LIMITED} where a slot has to be left alone */
    void requireNotLimited() {
        var wait = shortestWait(clock.instant());
        if (!wait.isZero()) {
            throw limited(wait);
        }
    }

    private Slot anyAvailable(Deadline deadline) {
        while (true) {
            var now = clock.instant();
            var available = all.stream().filter(slot -> slot.isAvailable(now)).toList();
            if (!available.isEmpty()) {
                return available.get((int) (random.getAsDouble() * available.size()));
            }
            var wait = shortestWait(now);
            if (!deadline.allows(wait)) {
                throw limited(wait);
            }
            sleep.accept(wait.plusMillis((long) (random.getAsDouble() * FIRST_PAUSE_MILLIS)));
        }
    }

    private Duration shortestWait(Instant now) {
        return all.stream()
                .map(slot -> slot.notBefore)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .map(until -> Duration.between(now, until))
                .orElse(Duration.ZERO);
    }

    private static Failure limited(Duration wait) {
        return new Failure(
                Code.GENESYS_RATE_LIMITED,
                "Genesys Cloud limits the rate, and no token of the pool can be used now.",
                wait);
    }

    static final class Slot {
        final int number;

        /** There is no use in asking for its token before. */
        volatile Instant notBefore = Instant.MIN;

        /** The owner of the item whose token Genesys has rejected. */
        volatile String rejected = "";

        Slot(int number) {
            this.number = number;
        }

        boolean isAvailable(Instant now) {
            return !now.isBefore(notBefore);
        }
    }
}
