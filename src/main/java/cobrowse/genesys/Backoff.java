package cobrowse.genesys;

import cobrowse.time.Deadline;
import io.quarkus.arc.Arc;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** For SmallRye Fault Tolerance, which makes one for each invocation and knows no injection here. */
    public Backoff() {
        this(Arc.container().instance(Deadline.class).get(), () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    Backoff(Deadline deadline, DoubleSupplier random) {
        this.deadline = deadline;
        this.random = random;
    }

    @Override
    public long nextDelayInMillis(Throwable failure) {
        var jitter = Duration.ofMillis((long) (random.getAsDouble() * (BASE_MILLIS << retries.getAndIncrement())));
        var wait = failure instanceof ErrorResponse response ? asked(response, jitter) : jitter;
        if (!deadline.allows(wait)) {
            throw (RuntimeException) failure;
        }
        return wait.toMillis();
    }

    private static Duration asked(ErrorResponse response, Duration jitter) {
        var asked = response.details.retryAfter();
        if (asked.isPresent()) {
            return asked.get().plus(jitter);
        }
        return response instanceof ErrorResponse.Throttled ? THROTTLED.plus(jitter) : jitter;
    }
}
