package cobrowse.genesys;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;

/** Where the client's credentials come from: the environment. */
@Startup
@Singleton
class CredentialsSource {
    private final Credentials fixed;

    CredentialsSource(GenesysConfig config) {
        if (config.clientId().isEmpty() || config.clientSecret().isEmpty()) {
            throw new ConfigurationException("Set GENESYS_CLIENT_ID and GENESYS_CLIENT_SECRET.");
        }
        fixed = new Credentials(config.clientId().get(), config.clientSecret().get());
    }

    Credentials current() {
        return fixed;
    }
}
