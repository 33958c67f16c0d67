package cobrowse.genesys;

import static java.time.temporal.ChronoUnit.SECONDS;

import cobrowse.restclient.CallFailure;
import io.smallrye.faulttolerance.api.CustomBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * The calls that start nothing: repeated where another attempt may help. Each method is a circuit of its own, so that a
 * broken fetch, say, keeps nobody from looking up a user. The time-out is a backstop: {@link Attempts} bounds each attempt
 * earlier, and then knows what became of it.
 */
@Retry(
        maxRetries = 2,
        retryOn = {CallFailure.NoResponse.class, ErrorResponse.Throttled.class, ErrorResponse.Unavailable.class})
@CustomBackoff(Backoff.class)
@CircuitBreaker(
        delay = Reads.CIRCUIT_DELAY_SECONDS,
        delayUnit = SECONDS,
        failOn = {CallFailure.NoResponse.class, ErrorResponse.ServerError.class})
@Timeout(value = 5, unit = SECONDS)
@ApplicationScoped
class Reads {
    static final int CIRCUIT_DELAY_SECONDS = 5;
    static final Duration CIRCUIT_DELAY = Duration.ofSeconds(CIRCUIT_DELAY_SECONDS);

    <T> T token(Supplier<T> attempt) {
        return attempt.get();
    }

    <T> T users(Supplier<T> attempt) {
        return attempt.get();
    }

    <T> T fetch(Supplier<T> attempt) {
        return attempt.get();
    }

    /** Ends a session, which may be asked for as often as one likes. */
    <T> T end(Supplier<T> attempt) {
        return attempt.get();
    }
}
