package cobrowse.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** An event that is no HTTP request of API Gateway; it takes the type that the Lambda extension knows. */
class DirectEvent extends APIGatewayV2HTTPEvent {
    /** Empty if it cannot be read: a member is there twice, or there is far more than a request could be. */
    final transient Optional<JsonNode> json;

    DirectEvent(Optional<JsonNode> json) {
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
