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
    private final boolean anybody;
    private final Optional<String> scope;
    private final String emailClaim;
    private final Optional<String> userIdClaim;
    private final Optional<String> conversationIdClaim;

    CallerPolicy(CallerConfig config) {
        anybody = Choice.isOther("CALLER_POLICY", config.policy(), "strict", "any");
        scope = stripped(config.scope()).map(CallerPolicy::requireOneScope);
        emailClaim = stripped(config.emailClaim()).orElse("email");
        userIdClaim = stripped(config.userIdClaim());
        conversationIdClaim = stripped(config.conversationIdClaim());
    }

    /** @throws Failure {@link Code#CALLER_NOT_ALLOWED} unless the address is the caller's own, verified one */
    public void requireEmail(Caller caller, String email) {
        require(isTrusted(caller)
                || ownEmail((Caller.Web) caller)
                        .filter(own -> EmailAddress.same(own, email))
                        .isPresent());
    }

    /** @throws Failure {@link Code#CALLER_NOT_ALLOWED} unless the user is the caller */
    public void requireUser(Caller caller, String userId) {
        require(isTrusted(caller)
                || own(caller, userIdClaim).filter(userId::equals).isPresent());
    }

    /** @throws Failure {@link Code#CALLER_NOT_ALLOWED} unless the conversation is the caller's */
    public void requireConversation(Caller caller, String conversationId) {
        require(isTrusted(caller)
                || own(caller, conversationIdClaim)
                        .filter(conversationId::equals)
                        .isPresent());
    }

    /** @throws Failure {@link Code#CALLER_NOT_ALLOWED} if there is no user at all that the caller may act for */
    public void requireSomeUser(Caller caller) {
        require(isTrusted(caller) || own(caller, userIdClaim).isPresent());
    }

    private boolean isTrusted(Caller caller) {
        return anybody
                || caller instanceof Caller.Iam
                || caller instanceof Caller.Web web
                        && scope.filter(web.scopes()::contains).isPresent();
    }

    private static Optional<String> own(Caller caller, Optional<String> claim) {
        return claim.flatMap(((Caller.Web) caller)::claim);
    }

    /** Not every issuer says {@code email_verified}; one that says no is believed. */
    private Optional<String> ownEmail(Caller.Web caller) {
        var unverified = caller.claim("email_verified").filter(value -> !value.equalsIgnoreCase("true"));
        return unverified.isPresent() ? Optional.empty() : caller.claim(emailClaim);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new Failure(Code.CALLER_NOT_ALLOWED, "This caller may act for itself only.");
        }
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
