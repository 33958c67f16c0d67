package cobrowse.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;

/** An event that is no HTTP request of API Gateway; it takes the type that the Lambda extension knows. */
class DirectEvent extends APIGatewayV2HTTPEvent {
    final transient JsonNode json;

    DirectEvent(JsonNode json) {
        this.json = json;
    }

    /** Its answer, which is written as it is. */
    static class Answer extends APIGatewayV2HTTPResponse {
        final transient JsonNode json;

        Answer(JsonNode json) {
            this.json = json;
        }
    }
}
