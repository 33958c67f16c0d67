package cobrowse.genesys;

import cobrowse.genesys.LoginApi.TokenResponse;
import cobrowse.restclient.CallFailure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.regex.Pattern;

/** Gets a token for the client's credentials. */
@Singleton
class Login {
    /** The shortest lifetime that an organisation can set: what a token without {@code expires_in} is taken for. */
    private static final long SHORTEST_SECONDS = 300;

    private static final Pattern FIT_FOR_A_HEADER = Pattern.compile("[\\x21-\\x7E]+");

    private final Reads reads;
    private final CredentialsSource credentials;
    private final GenesysSettings settings;
    private final Clock clock;

    Login(Reads reads, CredentialsSource credentials, GenesysSettings settings, Clock clock) {
        this.reads = reads;
        this.credentials = credentials;
        this.settings = settings;
        this.clock = clock;
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
        var answer = ask(credentials);
        if (answer.accessToken() == null
                || !FIT_FOR_A_HEADER.matcher(answer.accessToken()).matches()) {
            throw new CallFailure.Unreadable("The answer holds no access_token");
        }
        var expiresIn = answer.expiresIn() == null ? SHORTEST_SECONDS : answer.expiresIn();
        return Token.of(answer.accessToken(), expiresIn, asked);
    }

    private TokenResponse ask(Credentials credentials) {
        return settings.formAuthentication
                ? reads.token(null, credentials.clientId(), credentials.clientSecret())
                : reads.token(credentials.basic(), null, null);
    }
}
