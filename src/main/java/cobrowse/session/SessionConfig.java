package cobrowse.session;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What a request may leave out. */
@ConfigMapping(prefix = "genesys")
interface SessionConfig {
    /** {@code GENESYS_DEPLOYMENT_ID}: the Messenger deployment to fetch sessions of conversations from. */
    Optional<String> deploymentId();

    /** {@code GENESYS_INITIATOR_ID}: who starts sessions with users. */
    Optional<String> initiatorId();
}
