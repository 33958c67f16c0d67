package cobrowse.genesys;

import cobrowse.restclient.CallFailure;
import cobrowse.telemetry.RequestRecord;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;

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

    Token newToken() {
        var current = credentials.current();
        try {
            return newToken(current);
        } catch (ErrorResponse e) {
            if (!FailureTranslator.rejectsCredentials(e, GenesysCall.TOKEN)) {
                throw e;
            }
            return newToken(credentials.reloadAfterRejection(current).orElseThrow(() -> e));
        }
    }

    private Token newToken(Credentials credentials) {
        var asked = clock.instant();
        var response = request(credentials);
        var token = response == null ? "" : response.path("access_token").asText();
        if (!isFitForAHeader(token)) {
            throw new CallFailure.Unreadable("The response holds no access_token");
        }
        return Token.of(token, lifetimeSeconds(response.path("expires_in")), asked);
    }

    private ObjectNode request(Credentials credentials) {
        var call = record.begin(GenesysCall.TOKEN.label);
        try {
            return reads.token(() -> attempts.repeatable(
                    call,
                    switch (settings.clientAuthentication) {
                        case BASIC -> api.token(credentials.basic(), "client_credentials", null, null);
                        case FORM ->
                            api.token(null, "client_credentials", credentials.clientId(), credentials.clientSecret());
                    }));
        } finally {
            call.end();
        }
    }

    /** Whatever stands there: a token is not thrown away because nobody knows how long it lives. */
    private static long lifetimeSeconds(JsonNode expiresIn) {
        return expiresIn.isNumber() || expiresIn.isTextual() ? expiresIn.asLong(SHORTEST_SECONDS) : SHORTEST_SECONDS;
    }

    private static boolean isFitForAHeader(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c <= '~');
    }
}
