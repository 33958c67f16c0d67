package cobrowse.genesys;

import cobrowse.restclient.CallFailure;
import cobrowse.telemetry.RequestRecord;
import cobrowse.telemetry.UpstreamCall;
import cobrowse.time.Deadline;
import cobrowse.token.LogIn;
import cobrowse.token.Token;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Function;

/** Gets a token for the client's credentials. */
@Singleton
class Login {
    /** The shortest lifetime that an organisation can set: what a token without {@code expires_in} is taken for. */
    private static final long SHORTEST_SECONDS = 300;

    private final LoginApi api;
    private final Reads reads;
    private final Attempts attempts;
    private final CredentialsSource credentials;
    private final GenesysSettings settings;
    private final Clock clock;
    private final RequestRecord record;

    Login(
            LoginApi api,
            Reads reads,
            Attempts attempts,
            CredentialsSource credentials,
            GenesysSettings settings,
            Clock clock,
            RequestRecord record) {
        this.api = api;
        this.reads = reads;
        this.attempts = attempts;
        this.credentials = credentials;
        this.settings = settings;
        this.clock = clock;
        this.record = record;
    }

    /** Where Genesys throttles log-ins, this waits if there is time. */
    Token newToken() {
        return newToken(call -> attempts.repeatable(call.made(), call.request()));
    }

    /**
     * For a pool, whose other containers need not wait because this one does.
     *
     * @throws LogIn.Throttled where Genesys throttles log-ins
     */
    Token newToken(Deadline deadline) {
        return newToken(call -> {
            try {
                return attempts.repeatable(call.made(), call.request(), deadline);
            } catch (ErrorResponse.Throttled e) {
                throw new LogIn.Throttled(e.details.retryAfter().orElse(Backoff.THROTTLED), e);
            }
        });
    }

    private Token newToken(Function<Attempt, ObjectNode> attempt) {
        var current = credentials.current();
        try {
            return newToken(current, attempt);
        } catch (ErrorResponse e) {
            if (!FailureTranslator.rejectsCredentials(e, GenesysCall.TOKEN)) {
                throw e;
            }
            return newToken(credentials.reloadAfterRejection(current).orElseThrow(() -> e), attempt);
        }
    }

    private Token newToken(Credentials credentials, Function<Attempt, ObjectNode> attempt) {
        var asked = clock.instant();
        var response = request(credentials, attempt);
        var token = response == null ? "" : response.path("access_token").asText();
        if (!isFitForAHeader(token)) {
            throw new CallFailure.Unreadable("The response holds no access_token");
        }
        return Token.of(token, lifetimeSeconds(response.path("expires_in")), asked);
    }

    private ObjectNode request(Credentials credentials, Function<Attempt, ObjectNode> attempt) {
        var call = record.begin(GenesysCall.TOKEN.label);
        try {
            return reads.token(() -> attempt.apply(new Attempt(call, request(credentials))));
        } finally {
            call.end();
        }
    }

    private Uni<ObjectNode> request(Credentials credentials) {
        return switch (settings.clientAuthentication) {
            case BASIC -> api.token(credentials.basic(), "client_credentials", null, null);
            case FORM -> api.token(null, "client_credentials", credentials.clientId(), credentials.clientSecret());
        };
    }

    private record Attempt(UpstreamCall made, Uni<ObjectNode> request) {}

    /** Whatever stands there: a token is not thrown away because nobody knows how long it lives. */
    private static long lifetimeSeconds(JsonNode expiresIn) {
        return expiresIn.isNumber() || expiresIn.isTextual() ? expiresIn.asLong(SHORTEST_SECONDS) : SHORTEST_SECONDS;
    }

    private static boolean isFitForAHeader(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c <= '~');
    }
}
