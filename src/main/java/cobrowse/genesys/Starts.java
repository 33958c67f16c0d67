package cobrowse.genesys;

import static java.time.temporal.ChronoUnit.SECONDS;

import cobrowse.restclient.CallFailure;
import io.smallrye.faulttolerance.api.CustomBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The calls that start a session: repeated only where Genesys has certainly processed nothing. One may take nearly as long
 * as the deadline allows: giving up early would leave a session that nobody knows of.
 */
@Retry(
        maxRetries = 2,
        retryOn = {CallFailure.NotConnected.class, ErrorResponse.Throttled.class})
@CustomBackoff(Backoff.class)
@CircuitBreaker(
        delay = Reads.CIRCUIT_DELAY_SECONDS,
        delayUnit = SECONDS,
        failOn = {CallFailure.NoResponse.class, TimeoutException.class, ErrorResponse.ServerError.class})
@Timeout(value = 28, unit = SECONDS)
@ApplicationScoped
class Starts {
    <T> T start(Supplier<T> attempt) {
        return attempt.get();
    }
}
