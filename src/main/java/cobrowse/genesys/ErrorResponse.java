package cobrowse.genesys;

import cobrowse.failure.GenesysFailure.Upstream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An answer of Genesys that is not the one asked for; the kinds differ in what may be done about it. */
abstract sealed class ErrorResponse extends RuntimeException {
    final transient Answer answer;

    private ErrorResponse(Answer answer) {
        super("HTTP " + answer.upstream().status(), null, false, false);
        this.answer = answer;
    }

    /**
     * @param retryAfter from {@code Retry-After} or {@code inin-ratelimit-reset}, where there was one
     * @param permissions those that a 403 names
     */
    record Answer(Upstream upstream, Optional<Duration> retryAfter, List<String> permissions) {}

    static ErrorResponse of(Answer answer) {
        var status = answer.upstream().status();
        return switch (status) {
            case 401 -> new Unauthorized(answer);
            case 429 -> new Throttled(answer);
            case 502, 503, 504 -> new Unavailable(answer);
            default -> status >= 500 ? new ServerError(answer) : new ClientError(answer);
        };
    }

    /** 401: nothing was processed. */
    static final class Unauthorized extends ErrorResponse {
        private Unauthorized(Answer answer) {
            super(answer);
        }
    }

    /** 429: nothing was processed. */
    static final class Throttled extends ErrorResponse {
        private Throttled(Answer answer) {
            super(answer);
        }
    }

    /** 500 and the like: will not be better the next time. */
    static sealed class ServerError extends ErrorResponse {
        private ServerError(Answer answer) {
            super(answer);
        }
    }

    /** 502, 503, 504: may be better the next time. */
    static final class Unavailable extends ServerError {
        private Unavailable(Answer answer) {
            super(answer);
        }
    }

    /** Any other 4xx, or a redirect. */
    static final class ClientError extends ErrorResponse {
        private ClientError(Answer answer) {
            super(answer);
        }
    }
}
