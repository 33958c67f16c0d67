package cobrowse.genesys;

import cobrowse.aws.SecretsManager;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Where the client's credentials come from: a secret in Secrets Manager, or else the environment. */
@Startup
@Singleton
class CredentialsSource {
    private final Optional<CredentialsSecret> secret;
    private final AtomicReference<Credentials> held = new AtomicReference<>();

    CredentialsSource(GenesysConfig config, Instance<SecretsManager> secretsManager) {
        secret = config.credentialsSecretId().map(id -> new CredentialsSecret(id, secretsManager.get()));
        if (secret.isEmpty()) {
            held.set(fromEnvironment(config));
        }
    }

    Credentials current() {
        var credentials = held.get();
        return credentials == null ? read() : credentials;
    }

    /** What to try after these were rejected: a secret may have been rotated since it was read. */
    Optional<Credentials> insteadOf(Credentials rejected) {
        return secret.isEmpty() ? Optional.empty() : Optional.of(read()).filter(fresh -> !fresh.equals(rejected));
    }

    private Credentials read() {
        var fresh = secret.orElseThrow().read();
        held.set(fresh);
        return fresh;
    }

    private static Credentials fromEnvironment(GenesysConfig config) {
        if (config.clientId().isEmpty() || config.clientSecret().isEmpty()) {
            throw new ConfigurationException(
                    "Set GENESYS_CREDENTIALS_SECRET_ID, or both GENESYS_CLIENT_ID and GENESYS_CLIENT_SECRET.");
        }
        return new Credentials(config.clientId().get(), config.clientSecret().get());
    }
}
