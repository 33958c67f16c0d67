package cobrowse.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cobrowse.failure.GenesysFailure.Upstream;
import cobrowse.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final IllegalStateException BROKEN = new IllegalStateException();

    @Test
    void jitterIsFullAndGrowsExponentially() {
        var backoff = backoff(10, 0.5);

        assertEquals(100, backoff.nextDelayInMillis(BROKEN));
        assertEquals(200, backoff.nextDelayInMillis(BROKEN));
        assertEquals(400, backoff.nextDelayInMillis(BROKEN));
        assertEquals(0, backoff(10, 0).nextDelayInMillis(BROKEN));
    }

    @Test
    void whatGenesysAsksForIsWaitedFor() {
        assertEquals(2100, backoff(10, 0.5).nextDelayInMillis(refused(429, Optional.of(Duration.ofSeconds(2)))));
        assertEquals(1100, backoff(10, 0.5).nextDelayInMillis(refused(503, Optional.of(Duration.ofSeconds(1)))));
    }

    @Test
    void throttledWithoutSayingIsThreeSeconds() {
        assertEquals(3000, backoff(10, 0).nextDelayInMillis(refused(429, Optional.empty())));
        assertEquals(0, backoff(10, 0).nextDelayInMillis(refused(503, Optional.empty())));
    }

    /** Containers that were turned away together do not come back together. */
    @Test
    void logInsThatAreThrottledSpreadOverTwiceTheWait() {
        var throttled = ErrorResponse.of(new ErrorResponse.Details(
                new Upstream(429, Optional.empty(), Optional.empty()), Optional.empty(), List.of(), true));

        assertEquals(3000, backoff(10, 0).nextDelayInMillis(throttled));
        assertEquals(4500, backoff(10, 0.5).nextDelayInMillis(throttled));
        assertEquals(3100, backoff(4, 0.5).nextDelayInMillis(throttled));
    }

    @Test
    void whereATokenIsOneOfManyAnotherIsTriedInsteadOfAWait() {
        var throttled = refused(429, Optional.of(Duration.ofSeconds(1)));
        var shared = new Backoff(new Deadline(Duration.ofSeconds(10), () -> 0), () -> 0, () -> true);

        assertSame(throttled, assertThrows(ErrorResponse.class, () -> shared.nextDelayInMillis(throttled)));
        assertEquals(0, shared.nextDelayInMillis(refused(503, Optional.empty())));
    }

    @Test
    void waitThatDoesNotFitIsNotBegun() {
        var throttled = refused(429, Optional.of(Duration.ofSeconds(10)));

        assertSame(throttled, assertThrows(ErrorResponse.class, () -> backoff(10, 0)
                .nextDelayInMillis(throttled)));
        assertSame(
                BROKEN, assertThrows(RuntimeException.class, () -> backoff(0, 0).nextDelayInMillis(BROKEN)));
    }

    private static Backoff backoff(int budgetSeconds, double random) {
        return new Backoff(new Deadline(Duration.ofSeconds(budgetSeconds), () -> 0), () -> random, () -> false);
    }

    private static ErrorResponse refused(int status, Optional<Duration> retryAfter) {
        return ErrorResponse.of(new ErrorResponse.Details(
                new Upstream(status, Optional.empty(), Optional.empty()), retryAfter, List.of(), false));
    }
}
