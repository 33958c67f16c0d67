package cobrowse.api;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.failure.InvalidRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure leaves as a {@link Problem}. */
@Singleton
class ProblemMappers {
    private final Problems problems;

    ProblemMappers(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    RestResponse<Problem> failure(Failure failure) {
        var response = respond(problems.of(failure));
        failure.retryAfter().ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, seconds(wait)));
        return response.build();
    }

    /** What Quarkus REST refuses before any code of ours. */
    @ServerExceptionMapper
    RestResponse<Problem> refusal(WebApplicationException e, UriInfo uri) {
        var refusal = e.getResponse();
        var failure = refusal(refusal.getStatus());
        var response = respond(problems.of(failure == null ? e : failure));
        if (refusal.getStatus() == 405) {
            var collection = uri.getPath().replaceFirst("/$", "").equals(CobrowseSessionsResource.PATH);
            response.header(HttpHeaders.ALLOW, collection ? "POST" : "GET, HEAD");
        }
        return response.build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> bug(Throwable e) {
        return respond(problems.of(e)).build();
    }

    private static Failure refusal(int status) {
        return switch (status) {
            case 400 -> new InvalidRequest("request", "cannot be read");
            case 404 -> new Failure(Code.NOT_FOUND, "The paths begin with " + CobrowseSessionsResource.PATH + ".");
            case 405 -> new Failure(Code.METHOD_NOT_ALLOWED, "The header Allow says which methods are taken.");
            case 406 -> new Failure(Code.NOT_ACCEPTABLE, "Accept application/json.");
            case 415 -> new Failure(Code.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
            default -> null;
        };
    }

    private static ResponseBuilder<Problem> respond(Problem problem) {
        return ResponseBuilder.<Problem>create(problem.status()).entity(problem).type(Problem.MEDIA_TYPE);
    }

    /** Rounded up, so that nobody comes back too early. */
    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
