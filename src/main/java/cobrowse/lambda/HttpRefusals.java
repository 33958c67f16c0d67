package cobrowse.lambda;

import cobrowse.api.CorrelationId;
import cobrowse.api.HttpFilters;
import cobrowse.api.Problem;
import cobrowse.api.Problems;
import cobrowse.api.RequestHeaders;
import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.failure.InvalidRequest;
import cobrowse.telemetry.Invocations;
import cobrowse.telemetry.RequestRecord;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;

/** Problems with what never became an HTTP request. */
@Singleton
class HttpRefusals {
    private final Problems problems;
    private final CorrelationId correlationId;
    private final Invocations invocations;
    private final RequestRecord record;

    HttpRefusals(Problems problems, CorrelationId correlationId, Invocations invocations, RequestRecord record) {
        this.problems = problems;
        this.correlationId = correlationId;
        this.invocations = invocations;
        this.record = record;
    }

    /** Whatever our code has answered says its correlation id. */
    boolean isUnmapped(APIGatewayV2HTTPResponse answer) {
        return answer.getStatusCode() >= 400
                && (answer.getHeaders() == null || !answer.getHeaders().containsKey(HttpFilters.CORRELATION_ID));
    }

    APIGatewayV2HTTPResponse replace(APIGatewayV2HTTPResponse bare, APIGatewayV2HTTPEvent event, Context lambda) {
        return of(
                bare.getStatusCode() < 500
                        ? new InvalidRequest("request", "is no valid HTTP")
                        : new Failure(Code.INTERNAL_ERROR, "The request was not understood."),
                event,
                lambda);
    }

    @ActivateRequestContext
    APIGatewayV2HTTPResponse of(Failure failure, APIGatewayV2HTTPEvent event, Context lambda) {
        invocations.attach(lambda.getAwsRequestId(), record);
        correlationId.accept(
                RequestHeaders.find(event, HttpFilters.CORRELATION_ID).orElse(lambda.getAwsRequestId()));
        try {
            var problem = problems.of(failure);
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(problem.status())
                    .withHeaders(Map.of(
                            HttpHeaders.CONTENT_TYPE,
                            Problem.MEDIA_TYPE,
                            HttpHeaders.CACHE_CONTROL,
                            "no-store",
                            HttpFilters.CORRELATION_ID,
                            problem.correlationId()))
                    .withBody(problems.json(problem))
                    .build();
        } finally {
            correlationId.forget();
        }
    }
}
