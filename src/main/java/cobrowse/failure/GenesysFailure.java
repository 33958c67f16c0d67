package cobrowse.failure;

import java.time.Duration;
import java.util.Optional;

/** A failure that Genesys Cloud is the cause of. */
public final class GenesysFailure extends Failure {
    private final transient Optional<Upstream> upstream;

    public GenesysFailure(
            Code code, String detail, Optional<Duration> retryAfter, Optional<Upstream> upstream, Throwable cause) {
        super(code, detail, retryAfter, cause);
        this.upstream = upstream;
    }

    /** What Genesys said, where it answered at all. */
    public Optional<Upstream> upstream() {
        return upstream;
    }

    /**
     * Genesys' own answer, as far as its support asks for it.
     *
     * @param status the HTTP status
     * @param code Genesys' error code such as {@code not.found}
     * @param correlationId {@code ININ-Correlation-Id}, {@code Genesys-Correlation-Id} or the body's {@code contextId}
     */
    public record Upstream(int status, Optional<String> code, Optional<String> correlationId) {}
}
