package cobrowse.genesys;

import static java.time.temporal.ChronoUnit.SECONDS;

import cobrowse.genesys.LoginApi.TokenAnswer;
import cobrowse.http.CallFailed;
import cobrowse.http.Calls;
import cobrowse.http.RestClients;
import cobrowse.time.Budget;
import io.smallrye.faulttolerance.api.CustomBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** The token endpoint with its resilience: asking for a token can be repeated. */
@Retry(
        maxRetries = 2,
        retryOn = {
            CallFailed.Unanswered.class,
            TimeoutException.class,
            Refused.Throttled.class,
            Refused.Unavailable.class
        })
@CustomBackoff(Backoff.class)
@CircuitBreaker(failOn = {CallFailed.Unanswered.class, TimeoutException.class, Refused.ServerError.class})
@Timeout(value = 3, unit = SECONDS)
@ApplicationScoped
class LoginClient {
    private final LoginApi api;
    private final Budget budget;

    LoginClient(Settings settings, Budget budget, Clock clock) {
        this.api = RestClients.open(LoginApi.class, settings.login, new RefusalMapper(clock));
        this.budget = budget;
    }

    TokenAnswer token(String basic, String clientId, String clientSecret) {
        return Calls.await(api.token(basic, "client_credentials", clientId, clientSecret), budget);
    }
}
