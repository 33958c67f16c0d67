package cobrowse.caller;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.settings.CheckedAtStart;
import cobrowse.settings.Choice;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Who may act for whom: a caller over HTTP only for itself, unless its token has the configured scope. */
@Singleton
public class CallerPolicy implements CheckedAtStart {
    private enum Policy {
        STRICT,
        ANY
    }

    private final Policy policy;
    private final Optional<String> scope;
    private final String emailClaim;
    private final Optional<String> userIdClaim;
    private final Optional<String> conversationIdClaim;

    CallerPolicy(CallerConfig config) {
        policy = Choice.of("CALLER_POLICY", config.policy(), Policy.STRICT);
        scope = stripped(config.scope()).map(CallerPolicy::requireOneScope);
        emailClaim = stripped(config.emailClaim()).orElse("email");
        userIdClaim = stripped(config.userIdClaim());
        conversationIdClaim = stripped(config.conversationIdClaim());
    }

    /** Whether the caller may act for anybody. */
    public boolean isTrusted(Caller caller) {
        return policy == Policy.ANY
                || caller.match(
                        iam -> true, web -> scope.filter(web.scopes()::contains).isPresent());
    }

    /**
     * @param own whether the caller acts for itself alone
     * @throws Failure {@link Code#CALLER_NOT_ALLOWED} unless it does, or may act for anybody
     */
    public void require(Caller caller, boolean own) {
        if (!own && !isTrusted(caller)) {
            throw new Failure(
                    Code.CALLER_NOT_ALLOWED,
                    "This caller may act for itself only, and name neither an initiatorId nor a type but standard.");
        }
    }

    /** Whether the address is the caller's own; not every issuer says {@code email_verified}, but if so, it must be true. */
    public boolean isOwnEmail(Caller caller, String email) {
        return caller.match(
                iam -> false,
                web -> web.isTrueOrUnsaid("email_verified")
                        && web.claim(emailClaim)
                                .filter(own -> EmailAddress.same(own, email))
                                .isPresent());
    }

    public boolean isOwnUser(Caller caller, String userId) {
        return own(caller, userIdClaim).filter(userId::equals).isPresent();
    }

    public boolean isOwnConversation(Caller caller, String conversationId) {
        return own(caller, conversationIdClaim).filter(conversationId::equals).isPresent();
    }

    /** Whether there is any user that the caller may act for. */
    public boolean hasOwnUser(Caller caller) {
        return own(caller, userIdClaim).isPresent();
    }

    private static Optional<String> own(Caller caller, Optional<String> claim) {
        return claim.flatMap(name -> caller.match(iam -> Optional.<String>empty(), web -> web.claim(name)));
    }

    private static Optional<String> stripped(Optional<String> value) {
        return value.map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String requireOneScope(String scope) {
        if (scope.matches(".*\\s.*")) {
            throw new ConfigurationException("CALLER_SCOPE is '" + scope + "', but must be one scope.");
        }
        return scope;
    }
}
