package cobrowse.genesys;

import static java.time.temporal.ChronoUnit.SECONDS;

import cobrowse.restclient.CallFailure;
import io.smallrye.faulttolerance.api.CustomBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * The calls that start a session: repeated only where Genesys has certainly processed nothing. The time-out is a backstop:
 * {@link Attempts} bounds each attempt earlier, and then knows what became of it.
 */
@Retry(
        maxRetries = 2,
        retryOn = {CallFailure.NotConnected.class, ErrorResponse.Throttled.class})
@CustomBackoff(Backoff.class)
@CircuitBreaker(
        delay = Reads.CIRCUIT_DELAY_SECONDS,
        delayUnit = SECONDS,
        failOn = {CallFailure.NoResponse.class, ErrorResponse.ServerError.class})
@Timeout(value = 31, unit = SECONDS)
@ApplicationScoped
class Starts {
    <T> T start(Supplier<T> attempt) {
        return attempt.get();
    }
}
