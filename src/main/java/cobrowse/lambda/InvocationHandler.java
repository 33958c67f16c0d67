package cobrowse.lambda;

import cobrowse.failure.InvalidRequest;
import cobrowse.telemetry.Invocations;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Stands before the extension's handler, which knows HTTP only: answers every other event itself, and sees to it that
 * what HTTP refuses before our code has seen it is a {@link Problem} as well.
 */
@Decorator
@Priority(1)
class InvocationHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    @Inject
    @Any
    @Delegate
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http;

    @Inject
    DirectInvocations requests;

    @Inject
    HttpRefusals problems;

    @Inject
    Invocations invocations;

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        var invocation = invocations.begin(context.getAwsRequestId(), apiRequestId(event));
        var status = 500;
        try {
            var answer = answer(event, context);
            status = answer.getStatusCode();
            return answer;
        } finally {
            invocations.end(invocation, status);
        }
    }

    private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Context context) {
        if (event instanceof DirectEvent direct) {
            return requests.answer(direct, context);
        }
        if (!HttpEvents.normalize(event)) {
            return problems.of(new InvalidRequest("body", "must be Base64, as the event says it is"), event, context);
        }
        var answer = http.handleRequest(event, context);
        withoutEncoding(answer);
        return problems.isUnmapped(answer) ? problems.replace(answer, event, context) : answer;
    }

    /** Of a large answer, which HTTP/1.1 cuts into chunks, the extension leaves a header without a value. */
    private static void withoutEncoding(APIGatewayV2HTTPResponse answer) {
        if (answer.getHeaders() != null) {
            answer.getHeaders().keySet().removeIf("transfer-encoding"::equalsIgnoreCase);
        }
    }

    private static Optional<String> apiRequestId(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getRequestContext()).map(APIGatewayV2HTTPEvent.RequestContext::getRequestId);
    }
}
