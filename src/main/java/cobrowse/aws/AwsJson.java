package cobrowse.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;

/** Reads what AWS writes; an item of a table may be anybody's, so the work on it is bounded. */
final class AwsJson {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxTokenCount(10_000)
                    .maxNestingDepth(100)
                    .build())
            .build());

    private AwsJson() {}

    /** @return a missing node for what is not JSON, or far too much of it */
    static JsonNode read(String text) {
        try {
            return text == null || text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** @return the attributes of an item, with neither text nor number where they are of another type */
    static Map<String, Attribute> item(JsonNode node) {
        var item = new HashMap<String, Attribute>();
        node.fields().forEachRemaining(attribute -> {
            var value = attribute.getValue();
            item.put(
                    attribute.getKey(),
                    new Attribute(value.path("S").textValue(), value.path("N").textValue()));
        });
        return item;
    }
}
