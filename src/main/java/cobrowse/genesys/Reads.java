package cobrowse.genesys;

import static java.time.temporal.ChronoUnit.SECONDS;

import cobrowse.genesys.GenesysApi.UserSearch;
import cobrowse.genesys.LoginApi.TokenResponse;
import cobrowse.restclient.CallFailure;
import cobrowse.restclient.Calls;
import cobrowse.time.Deadline;
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
            CallFailure.NoResponse.class,
            TimeoutException.class,
            ErrorResponse.Throttled.class,
            ErrorResponse.Unavailable.class
        })
@CustomBackoff(Backoff.class)
@CircuitBreaker(failOn = {CallFailure.NoResponse.class, TimeoutException.class, ErrorResponse.ServerError.class})
@Timeout(value = 3, unit = SECONDS)
@ApplicationScoped
class Reads {
    /** What the tutorial asks for. */
    private static final int LISTING_PAGE_SIZE = 10;

    private final LoginApi login;
    private final GenesysApi api;
    private final Deadline deadline;

    Reads(LoginApi login, GenesysApi api, Deadline deadline) {
        this.login = login;
        this.api = api;
        this.deadline = deadline;
    }

    /** @param basic for HTTP Basic; with {@code null}, client id and secret go into the form instead */
    TokenResponse token(String basic, String clientId, String clientSecret) {
        return Calls.await(login.token(basic, "client_credentials", clientId, clientSecret), deadline);
    }

    List<GenesysUser> searchUsers(Token token, String email) {
        return users(Calls.await(api.searchUsers(token.bearer(), UserSearch.byEmail(email)), deadline));
    }

    List<GenesysUser> listUsers(Token token, String email) {
        return users(Calls.await(api.listUsers(token.bearer(), email, LISTING_PAGE_SIZE), deadline));
    }

    CobrowseSession session(Token token, String id) {
        return Calls.await(api.session(token.bearer(), id), deadline).requireId();
    }

    CobrowseSession sessionOfDeployment(Token token, String deploymentId, String id) {
        return Calls.await(api.sessionOfDeployment(token.bearer(), deploymentId, id), deadline)
                .requireId();
    }

    private static List<GenesysUser> users(GenesysApi.Users answer) {
        return answer.results() == null
                ? List.of()
                : answer.results().stream().filter(Objects::nonNull).toList();
    }
}
