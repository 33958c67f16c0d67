package cobrowse.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.failure.Failure.Upstream;
import cobrowse.telemetry.RequestLine;
import cobrowse.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThrottlingTest {
    private static final Optional<Duration> UNSAID = Optional.empty();

    @Test
    void throttledWithoutSayingIsThreeSeconds() {
        assertEquals(Duration.ofSeconds(3), throttling(10, 0).wait(throttled(UNSAID, false)));
        assertEquals(Duration.ofSeconds(3), Throttling.asked(throttled(UNSAID, true)));
    }

    @Test
    void whatGenesysAsksForIsWaitedForAndALittleMore() {
        var asked = Optional.of(Duration.ofSeconds(2));

        assertEquals(Duration.ofMillis(2_100), throttling(10, 0.5).wait(throttled(asked, false)));
    }

    /** Containers that were turned away together do not come back together. */
    @Test
    void logInsThatAreThrottledSpreadOverTwiceTheWaitAsFarAsThereIsTime() {
        var logIns = throttled(UNSAID, true);

        assertEquals(Duration.ofMillis(3_000), throttling(10, 0).wait(logIns));
        assertEquals(Duration.ofMillis(4_500), throttling(10, 0.5).wait(logIns));
        assertEquals(Duration.ofMillis(3_100), throttling(4, 0.5).wait(logIns));
        assertEquals(Duration.ofMillis(4_500), throttling(4, 0.5).spread(logIns));
    }

    @Test
    void waitThatDoesNotFitIsNotBegun() {
        var call = new RequestLine() {}.begin("find-user");

        assertFalse(throttling(10, 0).waited(throttled(Optional.of(Duration.ofSeconds(10)), false), call));
    }

    @Test
    void thirdAttemptIsTheLast() {
        var call = new RequestLine() {}.begin("find-user");
        var atOnce = throttled(Optional.of(Duration.ZERO), false);
        call.attempt();
        call.attempt();
        assertTrue(throttling(10, 0).waited(atOnce, call));

        call.attempt();
        assertFalse(throttling(10, 0).waited(atOnce, call));
    }

    private static Throttling throttling(int budgetSeconds, double random) {
        return new Throttling(new Deadline(Duration.ofSeconds(budgetSeconds), () -> 0), () -> random);
    }

    private static ErrorResponse.Throttled throttled(Optional<Duration> retryAfter, boolean limitsLogins) {
        return (ErrorResponse.Throttled) ErrorResponse.of(new ErrorResponse.Details(
                new Upstream(429, Optional.empty(), List.of(), Optional.empty()),
                retryAfter,
                List.of(),
                limitsLogins,
                false));
    }
}
