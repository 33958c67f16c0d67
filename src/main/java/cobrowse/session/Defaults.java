package cobrowse.session;

import cobrowse.failure.InvalidRequest;
import cobrowse.settings.CheckedAtStart;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What a request may leave out, checked when the function starts. */
@Singleton
class Defaults implements CheckedAtStart {
    final Optional<String> deploymentId;
    final Optional<String> initiatorId;

    Defaults(SessionConfig config) {
        deploymentId = id("GENESYS_DEPLOYMENT_ID", config.deploymentId());
        initiatorId = id("GENESYS_INITIATOR_ID", config.initiatorId());
    }

    private static Optional<String> id(String variable, Optional<String> value) {
        try {
            return value.map(String::strip).map(text -> StartRequest.requireId(variable, text));
        } catch (InvalidRequest e) {
            throw new ConfigurationException(e.detail());
        }
    }
}
