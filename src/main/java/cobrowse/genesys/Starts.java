package cobrowse.genesys;

import static java.time.temporal.ChronoUnit.SECONDS;

import cobrowse.genesys.PlatformApi.NewSession;
import cobrowse.http.CallFailed;
import cobrowse.http.Calls;
import cobrowse.time.Budget;
import io.smallrye.faulttolerance.api.CustomBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The calls that start a session: repeated only where Genesys has certainly processed nothing. One may take nearly as long
 * as the budget allows: giving up early would leave a session that nobody knows of.
 */
@Retry(
        maxRetries = 2,
        retryOn = {CallFailed.NotSent.class, Refused.Throttled.class})
@CustomBackoff(Backoff.class)
@CircuitBreaker(failOn = {CallFailed.Unanswered.class, TimeoutException.class, Refused.ServerError.class})
@Timeout(value = 28, unit = SECONDS)
@ApplicationScoped
class Starts {
    private final PlatformApi api;
    private final Budget budget;

    Starts(PlatformApi api, Budget budget) {
        this.api = api;
        this.budget = budget;
    }

    CobrowseSession withUser(Token token, NewSession session) {
        return Calls.await(api.startWithUser(token.bearer(), session), budget).requireId();
    }

    CobrowseSession inConversation(Token token, String conversationId) {
        return Calls.await(api.startInConversation(token.bearer(), conversationId), budget)
                .requireId();
    }
}
