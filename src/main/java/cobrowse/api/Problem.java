package cobrowse.api;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.failure.GenesysFailure;
import cobrowse.failure.InvalidRequest;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/** A failure as it is answered: RFC 9457, with members of our own. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@RegisterForReflection(targets = {Problem.class, InvalidRequest.Violation.class, GenesysFailure.Upstream.class})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        boolean retryable,
        String correlationId,
        List<InvalidRequest.Violation> violations,
        Optional<GenesysFailure.Upstream> genesys) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(Failure failure, String correlationId) {
        var code = failure.code();
        return new Problem(
                "urn:cobrowse:problem:" + code,
                code.title(),
                status(code),
                failure.detail(),
                code.toString(),
                code.retryable(),
                correlationId,
                failure instanceof InvalidRequest invalid ? invalid.violations() : List.of(),
                failure instanceof GenesysFailure genesys ? genesys.upstream() : Optional.empty());
    }

    private static int status(Code code) {
        return switch (code) {
            case INVALID_REQUEST, UNSUPPORTED_EVENT -> 400;
            case CALLER_NOT_ALLOWED -> 403;
            case NOT_FOUND, TARGET_NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case TARGET_AMBIGUOUS, TARGET_INACTIVE, REQUEST_IN_PROGRESS -> 409;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case IDEMPOTENCY_KEY_REUSED -> 422;
            case INTERNAL_ERROR -> 500;
            case GENESYS_CREDENTIALS_REJECTED, GENESYS_PERMISSION_MISSING, GENESYS_REJECTED -> 502;
            case IDEMPOTENCY_UNAVAILABLE, GENESYS_RATE_LIMITED, GENESYS_UNAVAILABLE -> 503;
            case GENESYS_TIMEOUT, OUTCOME_UNKNOWN -> 504;
        };
    }
}
