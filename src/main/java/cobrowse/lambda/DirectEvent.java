package cobrowse.lambda;

import cobrowse.failure.Failure;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;

/** An event that is no HTTP request of API Gateway; it takes the type that the Lambda extension knows. */
class DirectEvent extends APIGatewayV2HTTPEvent {
    private final transient JsonNode request;
    private final transient Failure refusal;

    private DirectEvent(JsonNode request, Failure refusal) {
        this.request = request;
        this.refusal = refusal;
    }

    static DirectEvent of(JsonNode request) {
        return new DirectEvent(request, null);
    }

    /** An event that is not a request at all. */
    static DirectEvent refused(Failure refusal) {
        return new DirectEvent(null, refusal);
    }

    /**
     * @return a JSON object
     * @throws Failure if the event is not a request
     */
    JsonNode request() {
        if (refusal != null) {
            throw refusal;
        }
        return request;
    }

    /** Its response, which is written as it is. */
    static class Response extends APIGatewayV2HTTPResponse {
        final transient String json;

        Response(String json) {
            this.json = json;
        }
    }
}
