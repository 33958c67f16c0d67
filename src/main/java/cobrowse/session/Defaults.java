package cobrowse.session;

import cobrowse.settings.CheckedAtStart;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What a request may leave out, checked when the function starts. */
@Singleton
public class Defaults implements CheckedAtStart {
    final Optional<String> deploymentId;
    final Optional<String> initiatorId;

    Defaults(SessionConfig config) {
        deploymentId = id("GENESYS_DEPLOYMENT_ID", config.deploymentId());
        initiatorId = id("GENESYS_INITIATOR_ID", config.initiatorId());
    }

    private static Optional<String> id(String variable, Optional<String> value) {
        return value.map(String::strip).map(id -> {
            if (!Rule.ID.allows(id)) {
                throw new ConfigurationException(variable + " " + Rule.ID.message() + ".");
            }
            return id;
        });
    }
}
