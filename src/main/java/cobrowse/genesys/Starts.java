package cobrowse.genesys;

import static java.time.temporal.ChronoUnit.SECONDS;

import cobrowse.genesys.GenesysApi.NewSession;
import cobrowse.restclient.CallFailure;
import cobrowse.restclient.Calls;
import cobrowse.time.Deadline;
import io.smallrye.faulttolerance.api.CustomBackoff;
import jakarta.enterprise.context.ApplicationScoped;
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
@CircuitBreaker(failOn = {CallFailure.NoResponse.class, TimeoutException.class, ErrorResponse.ServerError.class})
@Timeout(value = 28, unit = SECONDS)
@ApplicationScoped
class Starts {
    private final GenesysApi api;
    private final Deadline deadline;

    Starts(GenesysApi api, Deadline deadline) {
        this.api = api;
        this.deadline = deadline;
    }

    CobrowseSession withUser(Token token, NewSession session) {
        return Calls.await(api.startWithUser(token.bearer(), session), deadline).requireId();
    }

    CobrowseSession inConversation(Token token, String conversationId) {
        return Calls.await(api.startInConversation(token.bearer(), conversationId), deadline)
                .requireId();
    }
}
