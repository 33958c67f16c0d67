package cobrowse.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cobrowse.failure.Failure.Upstream;
import cobrowse.telemetry.RequestLine;
import cobrowse.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
        assertEquals(1100, backoff(10, 0.5).nextDelayInMillis(unavailable(Optional.of(Duration.ofSeconds(1)))));
        assertEquals(0, backoff(10, 0).nextDelayInMillis(unavailable(Optional.empty())));
    }

    @Test
    void waitThatDoesNotFitIsNotBegun() {
        var unavailable = unavailable(Optional.of(Duration.ofSeconds(10)));

        assertSame(unavailable, assertThrows(ErrorResponse.class, () -> backoff(10, 0)
                .nextDelayInMillis(unavailable)));
        assertSame(
                BROKEN, assertThrows(RuntimeException.class, () -> backoff(0, 0).nextDelayInMillis(BROKEN)));
    }

    @Test
    void attemptsThatWereThrottledBeforeCount() {
        var used = backoff(10, 0, 3);

        assertSame(BROKEN, assertThrows(RuntimeException.class, () -> used.nextDelayInMillis(BROKEN)));
    }

    private static Backoff backoff(int budgetSeconds, double random) {
        return backoff(budgetSeconds, random, 1);
    }

    private static Backoff backoff(int budgetSeconds, double random, int attempts) {
        var line = new RequestLine() {};
        var call = line.begin("find-user");
        IntStream.range(0, attempts).forEach(i -> call.attempt());
        return new Backoff(() -> new Deadline(Duration.ofSeconds(budgetSeconds), () -> 0), () -> line, () -> random);
    }

    private static ErrorResponse unavailable(Optional<Duration> retryAfter) {
        return ErrorResponse.of(new ErrorResponse.Details(
                new Upstream(503, Optional.empty(), List.of(), Optional.empty()), retryAfter, List.of(), false, false));
    }
}
