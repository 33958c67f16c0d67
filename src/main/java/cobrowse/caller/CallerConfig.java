package cobrowse.caller;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The environment variables {@code CALLER_*}; an empty one counts as not set. */
@ConfigMapping(prefix = "caller")
interface CallerConfig {
    /** {@code CALLER_POLICY}: {@code strict}, or {@code any}. */
    Optional<String> policy();

    /** {@code CALLER_SCOPE}: the scope that lets a token act for anybody. */
    Optional<String> scope();

    /** {@code CALLER_EMAIL_CLAIM}: the claim that holds the caller's own e-mail address; {@code email} if not set. */
    Optional<String> emailClaim();

    /** {@code CALLER_USER_ID_CLAIM}: the claim that holds the caller's own Genesys user id. */
    Optional<String> userIdClaim();

    /** {@code CALLER_CONVERSATION_ID_CLAIM}: the claim that holds the caller's own conversation. */
    Optional<String> conversationIdClaim();
}
