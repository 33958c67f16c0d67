package cobrowse.genesys;

import cobrowse.failure.Failure;
import cobrowse.time.Deadline;
import cobrowse.token.Client;
import cobrowse.token.PooledToken;
import cobrowse.token.TokenPool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Where a container gets a token from: the pool that all share, or a log-in of its own. */
@Singleton
class TokenSupply {
    private static final Logger LOG = Logger.getLogger(TokenSupply.class);

    private final TokenPool pool;
    private final Login login;
    private final CredentialsSource credentials;
    private final GenesysSettings settings;
    private final Deadline deadline;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(null, null));

    TokenSupply(
            TokenPool pool, Login login, CredentialsSource credentials, GenesysSettings settings, Deadline deadline) {
        this.pool = pool;
        this.login = login;
        this.credentials = credentials;
        this.settings = settings;
        this.deadline = deadline;
    }

    /**
     * @param patience with the table
     * @throws Failure {@code GENESYS_RATE_LIMITED} if every token of the pool is throttled for longer than there is time
     */
    PooledToken next(Duration patience) {
        if (pool.isUsed()) {
            try {
                return pool.take(this::client, login::newToken, patience, deadline);
            } catch (TokenPool.Unusable e) {
                LOG.warnf("Tokens are not shared now: %s", e.getMessage());
            }
        }
        return PooledToken.own(login.newToken());
    }

    private Client client() {
        var current = credentials.current();
        var client = known.get();
        if (!current.equals(client.credentials())) {
            client = new Known(current, new Client(current.clientId(), current.clientSecret(), settings.login));
            known.set(client);
        }
        return client.client();
    }

    /** Its key is derived once. */
    private record Known(Credentials credentials, Client client) {}
}
