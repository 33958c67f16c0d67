package cobrowse.lambda;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.util.Optional;

/** Reads an event as what it is: a request through an HTTP API, or anything else as a {@link DirectEvent}. */
class EventDeserializer extends DelegatingDeserializer {
    EventDeserializer(JsonDeserializer<?> standard) {
        super(standard);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> standard) {
        return new EventDeserializer(standard);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode event;
        try {
            event = context.readTree(parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
        } catch (JsonProcessingException e) {
            return new DirectEvent(Optional.empty());
        }
        if (!event.at("/requestContext/http/method").isTextual()) {
            return new DirectEvent(Optional.of(event));
        }
        try (var http = event.traverse(parser.getCodec())) {
            http.nextToken();
            return super.deserialize(http, context);
        } catch (JsonMappingException e) {
            // It has the members of a request through an HTTP API, but not their types.
            return new DirectEvent(Optional.of(event));
        }
    }

    /** {@code null} is an event, too. */
    @Override
    public Object getNullValue(DeserializationContext context) {
        return new DirectEvent(Optional.of(context.getNodeFactory().nullNode()));
    }
}
