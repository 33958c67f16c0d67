package cobrowse.genesys;

import cobrowse.failure.GenesysFailure.Upstream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A response of Genesys that is not the one asked for; the kinds differ in what may be done about it. */
abstract sealed class ErrorResponse extends RuntimeException {
    final transient Details details;

    private ErrorResponse(Details details) {
        super("HTTP " + details.upstream().status(), null, false, false);
        this.details = details;
    }

    /**
     * @param retryAfter from {@code Retry-After} or {@code inin-ratelimit-reset}, where there was one
     * @param permissions those that a 403 names
     * @param limitsTheRate whether an OAuth error speaks of a rate limit, which the token endpoint does with status 400
     */
    record Details(Upstream upstream, Optional<Duration> retryAfter, List<String> permissions, boolean limitsTheRate) {}

    /** Of a response whose body never came: its status says enough. */
    static ErrorResponse of(int status) {
        return of(new Details(
                new Upstream(status, Optional.empty(), Optional.empty()), Optional.empty(), List.of(), false));
    }

    static ErrorResponse of(Details details) {
        var status = details.upstream().status();
        return switch (status) {
            case 401 -> new Unauthorized(details);
            case 429 -> new Throttled(details);
            case 400 -> details.limitsTheRate() ? new Throttled(details) : new ClientError(details);
            case 502, 503, 504 -> new Unavailable(details);
            default -> status >= 500 ? new ServerError(details) : new ClientError(details);
        };
    }

    int status() {
        return details.upstream().status();
    }

    /** 401: nothing was processed. */
    static final class Unauthorized extends ErrorResponse {
        private Unauthorized(Details details) {
            super(details);
        }
    }

    /** 429, or the token endpoint's 400 that speaks of a rate limit: nothing was processed. */
    static final class Throttled extends ErrorResponse {
        private Throttled(Details details) {
            super(details);
        }
    }

    /** 500 and the like: will not be better the next time. */
    static sealed class ServerError extends ErrorResponse {
        private ServerError(Details details) {
            super(details);
        }
    }

    /** 502, 503, 504: may be better the next time. */
    static final class Unavailable extends ServerError {
        private Unavailable(Details details) {
            super(details);
        }
    }

    /** Any other 4xx, or a redirect. */
    static final class ClientError extends ErrorResponse {
        private ClientError(Details details) {
            super(details);
        }
    }
}
