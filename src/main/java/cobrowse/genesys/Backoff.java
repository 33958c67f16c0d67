package cobrowse.genesys;

import static cobrowse.time.Durations.shorter;

import cobrowse.time.Deadline;
import io.quarkus.arc.Arc;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: what Genesys asked for, or else exponentially longer with full jitter. A wait
 * that does not fit into the time left is not begun: the last failure is the answer then.
 */
public class Backoff implements CustomBackoffStrategy {
    /** Genesys' own default for a 429 that does not say (its SDKs wait 3 s). */
    static final Duration THROTTLED = Duration.ofSeconds(3);

    private static final long BASE_MILLIS = 200;

    private final AtomicInteger retries = new AtomicInteger();
    private final Deadline deadline;
    private final DoubleSupplier random;
    private final BooleanSupplier sharesToken;

    /** For SmallRye Fault Tolerance, which makes one for each invocation and knows no injection here. */
    public Backoff() {
        this(
                Arc.container().instance(Deadline.class).get(),
                () -> ThreadLocalRandom.current().nextDouble(),
                () -> Arc.container().instance(Tokens.class).get().areShared());
    }

    Backoff(Deadline deadline, DoubleSupplier random, BooleanSupplier sharesToken) {
        this.deadline = deadline;
        this.random = random;
        this.sharesToken = sharesToken;
    }

    @Override
    public long nextDelayInMillis(Throwable failure) {
        var jitter = Duration.ofMillis((long) (random.getAsDouble() * (BASE_MILLIS << retries.getAndIncrement())));
        var wait = failure instanceof ErrorResponse response ? asked(response, jitter) : jitter;
        if (!deadline.allows(wait) || movesOn(failure)) {
            throw (RuntimeException) failure;
        }
        return wait.toMillis();
    }

    /** Another token of the pool may be tried at once. */
    private boolean movesOn(Throwable failure) {
        return failure instanceof ErrorResponse.Throttled throttled
                && !throttled.details.limitsLogins()
                && sharesToken.getAsBoolean();
    }

    private Duration asked(ErrorResponse response, Duration jitter) {
        var asked = response.details.retryAfter();
        if (response.details.limitsLogins()) {
            return spread(asked.orElse(THROTTLED));
        }
        if (asked.isPresent()) {
            return asked.get().plus(jitter);
        }
        return response instanceof ErrorResponse.Throttled ? THROTTLED.plus(jitter) : jitter;
    }

    /** A fleet that was turned away at once must not come back at once: up to twice the wait, as far as there is time. */
    private Duration spread(Duration wait) {
        var most = shorter(
                wait.multipliedBy(2), deadline.remaining().multipliedBy(4).dividedBy(5));
        var room = Math.max(0, most.minus(wait).toMillis());
        return wait.plusMillis((long) (random.getAsDouble() * room));
    }
}
