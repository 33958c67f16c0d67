package cobrowse.api;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/** Reads an event as what it is: a request through an HTTP API, or anything else as a {@link DirectEvent}. */
class EventReader extends DelegatingDeserializer {
    EventReader(JsonDeserializer<?> standard) {
        super(standard);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> standard) {
        return new EventReader(standard);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var event = read(parser, context);
        if (!event.at("/requestContext/http/method").isTextual()) {
            return new DirectEvent(event);
        }
        try (var http = event.traverse(parser.getCodec())) {
            http.nextToken();
            return super.deserialize(http, context);
        } catch (JsonMappingException e) {
            // It has the members of a request through an HTTP API, but not their types.
            return new DirectEvent(event);
        }
    }

    /** @return a missing node if a member is there twice: who then is meant nobody knows */
    private static JsonNode read(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return context.readTree(parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
        } catch (JsonParseException e) {
            return MissingNode.getInstance();
        }
    }

    /** {@code null} is an event, too. */
    @Override
    public Object getNullValue(DeserializationContext context) {
        return new DirectEvent(context.getNodeFactory().nullNode());
    }
}
