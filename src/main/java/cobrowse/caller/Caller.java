package cobrowse.caller;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who calls. */
public sealed interface Caller {
    /** Sets callers apart whose idempotency keys must not meet. */
    String identity();

    /** Whoever IAM lets invoke the function itself; what they may do is IAM's business. */
    record Iam() implements Caller {
        @Override
        public String identity() {
            return "iam";
        }
    }

    /**
     * Whoever comes over HTTP, with what API Gateway's JWT authorizer has verified: nothing, if there was no authorizer.
     *
     * @param scopes of the token
     */
    record Web(Map<String, String> claims, Set<String> scopes) implements Caller {
        @Override
        public String identity() {
            return claim("sub")
                    .map(sub -> "web " + claim("iss").orElse("") + " " + sub)
                    .orElse("web");
        }

        Optional<String> claim(String name) {
            return Optional.ofNullable(claims.get(name)).filter(value -> !value.isBlank());
        }
    }
}
