package cobrowse.genesys;

import cobrowse.aws.SecretsManager;
import cobrowse.settings.CheckedAtStart;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.Config;

/** Where the client's credentials come from: a secret in Secrets Manager, or else the environment. */
@Singleton
class CredentialsSource implements CheckedAtStart {
    private final Optional<CredentialsSecret> secret;
    private final AtomicReference<Credentials> held = new AtomicReference<>();

    CredentialsSource(GenesysConfig config, Config raw, Instance<SecretsManager> secretsManager) {
        secret = config.credentialsSecretId().map(id -> new CredentialsSecret(id, secretsManager.get()));
        if (secret.isEmpty()) {
            held.set(fromEnvironment(raw));
        }
    }

    Credentials current() {
        var credentials = held.get();
        return credentials == null ? read() : credentials;
    }

    /** What to try after these were rejected: a secret may have been rotated since it was read. */
    Optional<Credentials> reloadAfterRejection(Credentials rejected) {
        return secret.isEmpty() ? Optional.empty() : Optional.of(read()).filter(fresh -> !fresh.equals(rejected));
    }

    private Credentials read() {
        var fresh = secret.orElseThrow().read();
        held.set(fresh);
        return fresh;
    }

    private static Credentials fromEnvironment(Config config) {
        var clientId = raw(config, "genesys.client-id");
        var clientSecret = raw(config, "genesys.client-secret");
        if (clientId.isBlank() || clientSecret.isBlank()) {
            throw new ConfigurationException(
                    "Set GENESYS_CREDENTIALS_SECRET_ID, or both GENESYS_CLIENT_ID and GENESYS_CLIENT_SECRET.");
        }
        return new Credentials(clientId, clientSecret);
    }

    /** As it is: a mapping would take a {@code $} in a secret for the beginning of an expression. */
    private static String raw(Config config, String name) {
        return Objects.requireNonNullElse(config.getConfigValue(name).getRawValue(), "")
                .strip();
    }
}
