package cobrowse.caller;

import cobrowse.failure.InvalidRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Who calls. */
public sealed interface Caller {
    /** One function for each kind. */
    <T> T match(Function<Iam, T> iam, Function<Web, T> web);

    /**
     * Sets callers apart whose idempotency keys must not meet.
     *
     * @throws InvalidRequest for a token that does not say whose it is
     */
    default String requireKeyScope() {
        return match(iam -> "iam", Web::keyScope);
    }

    /** Whoever IAM lets invoke the function itself; what they may do is IAM's business. */
    record Iam() implements Caller {
        @Override
        public <T> T match(Function<Iam, T> iam, Function<Web, T> web) {
            return iam.apply(this);
        }
    }

    /**
     * Whoever comes over HTTP, with what API Gateway's JWT authorizer has verified: nothing, if there was no authorizer.
     *
     * @param claims by name; the value of one may be {@code null}
     * @param scopes of the token
     */
    record Web(Map<String, String> claims, Set<String> scopes) implements Caller {
        @Override
        public <T> T match(Function<Iam, T> iam, Function<Web, T> web) {
            return web.apply(this);
        }

        Optional<String> claim(String name) {
            return Optional.ofNullable(claims.get(name)).filter(value -> !value.isBlank());
        }

        boolean isTrueOrUnsaid(String name) {
            return !claims.containsKey(name) || "true".equalsIgnoreCase(claims.get(name));
        }

        private String issuer() {
            return claim("iss").orElse("");
        }

        /** Without any token, all callers share one scope: that is development. */
        private String keyScope() {
            if (claims.isEmpty()) {
                return "web";
            }
            return claim("sub")
                    .map(sub -> "web " + issuer().length() + " " + issuer() + " " + sub)
                    .orElseThrow(() -> new InvalidRequest(
                            "Idempotency-Key", "needs a token with the claim sub, which says whose key it is"));
        }
    }
}
