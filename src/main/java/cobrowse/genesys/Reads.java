package cobrowse.genesys;

import static java.time.temporal.ChronoUnit.SECONDS;

import cobrowse.genesys.LoginApi.TokenAnswer;
import cobrowse.genesys.PlatformApi.UserSearch;
import cobrowse.http.CallFailed;
import cobrowse.http.Calls;
import cobrowse.time.Budget;
import io.smallrye.faulttolerance.api.CustomBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The calls that start nothing, the token's among them: repeated where another attempt may help. Each call has a circuit
 * of its own.
 */
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
class Reads {
    /** What the tutorial asks for. */
    private static final int LISTING_PAGE_SIZE = 10;

    private final LoginApi login;
    private final PlatformApi api;
    private final Budget budget;

    Reads(LoginApi login, PlatformApi api, Budget budget) {
        this.login = login;
        this.api = api;
        this.budget = budget;
    }

    /** @param basic for HTTP Basic; with {@code null}, client id and secret go into the form instead */
    TokenAnswer token(String basic, String clientId, String clientSecret) {
        return Calls.await(login.token(basic, "client_credentials", clientId, clientSecret), budget);
    }

    List<GenesysUser> searchUsers(Token token, String email) {
        return users(Calls.await(api.searchUsers(token.bearer(), UserSearch.byEmail(email)), budget));
    }

    List<GenesysUser> listUsers(Token token, String email) {
        return users(Calls.await(api.listUsers(token.bearer(), email, LISTING_PAGE_SIZE), budget));
    }

    CobrowseSession session(Token token, String id) {
        return Calls.await(api.session(token.bearer(), id), budget).requireId();
    }

    CobrowseSession sessionOfDeployment(Token token, String deploymentId, String id) {
        return Calls.await(api.sessionOfDeployment(token.bearer(), deploymentId, id), budget)
                .requireId();
    }

    private static List<GenesysUser> users(PlatformApi.Users answer) {
        return answer.results() == null
                ? List.of()
                : answer.results().stream().filter(Objects::nonNull).toList();
    }
}
