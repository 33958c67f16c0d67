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
    private FailureTranslator() {}

    /** @return a failure for the caller, or a bug as it came */
    static RuntimeException translate(RuntimeException fault, GenesysCall call) {
        if (fault instanceof Failure) {
            return fault;
        }
        if (fault instanceof CircuitBreakerOpenException) {
            return failure(Code.GENESYS_UNAVAILABLE, "failed too often just now", call, Reads.CIRCUIT_DELAY, fault);
        }
        if (fault instanceof ErrorResponse response) {
            return errorResponse(response, call);
        }
        if (fault instanceof CallFailure.NotConnected) {
            return failure(Code.GENESYS_UNAVAILABLE, "could not be reached", call, fault);
        }
        if (fault instanceof CallFailure.DeadlineExceeded) {
            return failure(Code.GENESYS_TIMEOUT, "could not be asked in the time left", call, fault);
        }
        if (call.starts) {
            return unknown("There was no clear response", fault, Optional.empty());
        }
        if (fault instanceof CallFailure.TimedOut || fault instanceof TimeoutException) {
            return failure(Code.GENESYS_TIMEOUT, "did not answer in time", call, fault);
        }
        if (fault instanceof CallFailure.ConnectionLost) {
            return failure(Code.GENESYS_UNAVAILABLE, "broke off the connection", call, fault);
        }
        if (fault instanceof CallFailure.Unreadable) {
            return failure(Code.GENESYS_REJECTED, "gave a response that makes no sense", call, fault);
        }
        return fault;
    }

    /**
     * The token endpoint answers 400 to an unknown client and in the wrong region, 401 to a wrong secret; a 403 of it could
     * be about nothing else either.
     */
    static boolean rejectsCredentials(ErrorResponse response, GenesysCall call) {
        var status = response.details.upstream().status();
        return status == 401
                || call == GenesysCall.TOKEN
                        && response instanceof ErrorResponse.ClientError
                        && (status == 400 || status == 403);
    }

    private static Failure errorResponse(ErrorResponse response, GenesysCall call) {
        var upstream = response.details.upstream();
        var status = upstream.status();
        if (response instanceof ErrorResponse.Throttled) {
            return responded(Code.GENESYS_RATE_LIMITED, "limits the rate", call, response, Backoff.THROTTLED);
        }
        if (call.starts && (response instanceof ErrorResponse.ServerError || status < 400)) {
            return unknown("The response was HTTP " + status, response, Optional.of(upstream));
        }
        if (response instanceof ErrorResponse.ServerError) {
            return responded(Code.GENESYS_UNAVAILABLE, "answered HTTP " + status, call, response, null);
        }
        if (rejectsCredentials(response, call)) {
            var detail = "Genesys Cloud rejects the client credentials: check client ID, client secret and region.";
            return new GenesysFailure(
                    Code.GENESYS_CREDENTIALS_REJECTED, detail, Optional.empty(), Optional.of(upstream), response);
        }
        if (status == 403) {
            var named = response.details.permissions();
            var permission = named.isEmpty() ? call.permission : String.join(", ", named);
            var detail = "The OAuth client may not " + call.what + ": it lacks a permission: " + permission + ".";
            return new GenesysFailure(
                    Code.GENESYS_PERMISSION_MISSING, detail, Optional.empty(), Optional.of(upstream), response);
        }
        var code = status == 404 ? call.notFound : Code.GENESYS_REJECTED;
        return responded(code, "answered HTTP " + status, call, response, null);
    }

    private static Failure unknown(String why, RuntimeException fault, Optional<Upstream> upstream) {
        var detail = "The request to start a session was sent. " + why + ": a session may exist.";
        return new GenesysFailure(Code.OUTCOME_UNKNOWN, detail, Optional.empty(), upstream, fault);
    }

    private static Failure responded(
            Code code, String how, GenesysCall call, ErrorResponse response, Duration otherwise) {
        return new GenesysFailure(
                code,
                sentence(how, call),
                response.details
                        .retryAfter()
                        .or(() -> Optional.ofNullable(otherwise))
                        .filter(wait -> code.retryable()),
                Optional.of(response.details.upstream()),
                response);
    }

    private static Failure failure(Code code, String how, GenesysCall call, RuntimeException fault) {
        return failure(code, how, call, null, fault);
    }

    private static Failure failure(
            Code code, String how, GenesysCall call, Duration retryAfter, RuntimeException fault) {
        return new GenesysFailure(code, sentence(how, call), Optional.ofNullable(retryAfter), Optional.empty(), fault);
    }

    private static String sentence(String how, GenesysCall call) {
        return "Genesys Cloud " + how + " when asked to " + call.what + ".";
    }
}
