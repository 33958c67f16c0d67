package cobrowse.genesys;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.failure.GenesysFailure;
import cobrowse.failure.GenesysFailure.Upstream;
import cobrowse.restclient.CallFailure;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Puts what went wrong in a call into the vocabulary of failures. */
final class FailureTranslator {
    /** How long a circuit stays open, as {@code @CircuitBreaker} has it by default. */
    private static final Duration CIRCUIT_DELAY = Duration.ofSeconds(5);

    private FailureTranslator() {}

    /** @return a failure for the caller, or a bug as it came */
    static RuntimeException translate(RuntimeException fault, GenesysCall step) {
        if (fault instanceof Failure) {
            return fault;
        }
        if (fault instanceof CircuitBreakerOpenException) {
            return failure(Code.GENESYS_UNAVAILABLE, "failed too often just now", step, CIRCUIT_DELAY, fault);
        }
        if (fault instanceof ErrorResponse refused) {
            return refusal(refused, step);
        }
        if (fault instanceof CallFailure.NotConnected) {
            return failure(Code.GENESYS_UNAVAILABLE, "could not be reached", step, fault);
        }
        if (fault instanceof CallFailure.DeadlineExceeded) {
            return failure(Code.GENESYS_TIMEOUT, "could not be asked in the time left", step, fault);
        }
        if (step.starts) {
            return unknown("There was no clear answer", fault, Optional.empty());
        }
        if (fault instanceof CallFailure.TimedOut || fault instanceof TimeoutException) {
            return failure(Code.GENESYS_TIMEOUT, "did not answer in time", step, fault);
        }
        if (fault instanceof CallFailure.ConnectionLost) {
            return failure(Code.GENESYS_UNAVAILABLE, "broke off the connection", step, fault);
        }
        if (fault instanceof CallFailure.Unreadable) {
            return failure(Code.GENESYS_REJECTED, "gave an answer that makes no sense", step, fault);
        }
        return fault;
    }

    /**
     * The token endpoint answers 400 to an unknown client and in the wrong region, 401 to a wrong secret; a 403 of it could
     * be about nothing else either.
     */
    static boolean rejectsCredentials(ErrorResponse refused, GenesysCall step) {
        var status = refused.answer.upstream().status();
        return status == 401 || step == GenesysCall.TOKEN && (status == 400 || status == 403);
    }

    private static Failure refusal(ErrorResponse refused, GenesysCall step) {
        var upstream = refused.answer.upstream();
        var status = upstream.status();
        if (refused instanceof ErrorResponse.Throttled) {
            return answered(Code.GENESYS_RATE_LIMITED, "limits the rate", step, refused, Backoff.THROTTLED);
        }
        if (step.starts && (refused instanceof ErrorResponse.ServerError || status < 400)) {
            return unknown("The answer was HTTP " + status, refused, Optional.of(upstream));
        }
        if (refused instanceof ErrorResponse.ServerError) {
            return answered(Code.GENESYS_UNAVAILABLE, "answered HTTP " + status, step, refused, null);
        }
        if (rejectsCredentials(refused, step)) {
            var detail = "Genesys Cloud rejects the client credentials: check client ID, client secret and region.";
            return new GenesysFailure(
                    Code.GENESYS_CREDENTIALS_REJECTED, detail, Optional.empty(), Optional.of(upstream), refused);
        }
        if (status == 403) {
            var named = refused.answer.permissions();
            var permission = named.isEmpty() ? step.permission : String.join(", ", named);
            var detail = "The OAuth client may not " + step.what + ": it lacks a permission: " + permission + ".";
            return new GenesysFailure(
                    Code.GENESYS_PERMISSION_MISSING, detail, Optional.empty(), Optional.of(upstream), refused);
        }
        var code = status == 404 ? step.notFound : Code.GENESYS_REJECTED;
        return answered(code, "answered HTTP " + status, step, refused, null);
    }

    private static Failure unknown(String why, RuntimeException fault, Optional<Upstream> upstream) {
        var detail = "The request to start a session was sent. " + why + ": a session may exist.";
        return new GenesysFailure(Code.OUTCOME_UNKNOWN, detail, Optional.empty(), upstream, fault);
    }

    private static Failure answered(
            Code code, String how, GenesysCall step, ErrorResponse refused, Duration otherwise) {
        return new GenesysFailure(
                code,
                sentence(how, step),
                refused.answer
                        .retryAfter()
                        .or(() -> Optional.ofNullable(otherwise))
                        .filter(wait -> code.retryable()),
                Optional.of(refused.answer.upstream()),
                refused);
    }

    private static Failure failure(Code code, String how, GenesysCall step, RuntimeException fault) {
        return failure(code, how, step, null, fault);
    }

    private static Failure failure(
            Code code, String how, GenesysCall step, Duration retryAfter, RuntimeException fault) {
        return new GenesysFailure(code, sentence(how, step), Optional.ofNullable(retryAfter), Optional.empty(), fault);
    }

    private static String sentence(String how, GenesysCall step) {
        return "Genesys Cloud " + how + " when asked to " + step.what + ".";
    }
}
