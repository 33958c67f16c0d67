package cobrowse.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Map;
import java.util.Optional;

/** Reads a request's headers from the event itself, because the extension splits them at commas. */
public final class RequestHeaders {
    private RequestHeaders() {}

    /** @param name in any case */
    public static Optional<String> find(APIGatewayV2HTTPEvent event, String name) {
        return event.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
