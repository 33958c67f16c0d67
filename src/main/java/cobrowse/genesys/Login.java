package cobrowse.genesys;

import cobrowse.genesys.LoginApi.TokenAnswer;
import cobrowse.http.CallFailed;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Gets a token for the client's credentials. */
@Singleton
class Login {
    /** The shortest lifetime that an organisation can set: what a token without {@code expires_in} is taken for. */
    private static final long SHORTEST_SECONDS = 300;

    private final LoginClient client;
    private final CredentialsSource credentials;
    private final Settings settings;
    private final Clock clock;

    Login(LoginClient client, CredentialsSource credentials, Settings settings, Clock clock) {
        this.client = client;
        this.credentials = credentials;
        this.settings = settings;
        this.clock = clock;
    }

    Token newToken() {
        var current = credentials.current();
        try {
            return newToken(current);
        } catch (Refused e) {
            if (!Faults.rejectsCredentials(e, Step.TOKEN)) {
                throw e;
            }
            return newToken(credentials.insteadOf(current).orElseThrow(() -> e));
        }
    }

    private Token newToken(Credentials credentials) {
        var asked = clock.instant();
        var answer = ask(credentials);
        if (answer.accessToken() == null || answer.accessToken().isBlank()) {
            throw new CallFailed.Unreadable("The answer holds no access_token");
        }
        var expiresIn = answer.expiresIn() == null ? SHORTEST_SECONDS : answer.expiresIn();
        return Token.of(answer.accessToken(), expiresIn, asked);
    }

    private TokenAnswer ask(Credentials credentials) {
        return settings.formAuthentication
                ? client.token(null, credentials.clientId(), credentials.clientSecret())
                : client.token(credentials.basic(), null, null);
    }
}
