package cobrowse.restclient;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Reads the JSON object of a response in one pass, and keeps little of it: only members that somebody asks for, only
 * scalars of sane length, and lists of such objects. Everything else is skipped, so neither memory nor time grows faster
 * than the response's length, which {@link ConnectionGuard} bounds.
 */
public final class BoundedJson {
    /** An access token may be long; all other members are limited further by whoever passes them on. */
    private static final int LONGEST_TEXT = 8_192;

    private static final int MOST_ITEMS = 1_000;
    /** A deeper tree costs more memory for its levels than its text is worth. */
    private static final int DEEPEST = 50_000;

    /**
     * What is skipped may be as odd as it likes. Names are not remembered from one response to the next, as Jackson would:
     * there is no end of them, and whoever chooses them could make them collide.
     */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Set<String> scalars;
    private final Set<String> lists;

    /**
     * @param scalars names of members to keep where they are text, a number or a boolean
     * @param lists names of members to keep where they are arrays of objects, with the same scalars in each; an empty object
     *     where they are anything else, or not complete
     */
    public BoundedJson(Set<String> scalars, Set<String> lists) {
        this.scalars = scalars;
        this.lists = lists;
    }

    /**
     * @return what was kept; of a response with absurd nesting, what stood before that
     * @throws IOException if this is not a JSON object
     */
    public ObjectNode read(InputStream body) throws IOException {
        try (var json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(json, "Not a JSON object");
            }
            var kept = NODES.objectNode();
            try {
                members(json, kept, lists);
            } catch (StreamConstraintsException e) {
                // What was read before that is still worth knowing: a session that was started must not be lost.
                lists.forEach(list -> kept.set(list, NODES.objectNode()));
            }
            return kept;
        }
    }

    /** @return what can be read of a text that may be cut off, or no JSON at all */
    public ObjectNode readStart(String text) {
        var kept = NODES.objectNode();
        try (var json = JSON.createParser(text)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                members(json, kept, lists);
            }
        } catch (IOException e) {
            // The status says what matters.
        }
        return kept;
    }

    private void members(JsonParser json, ObjectNode kept, Set<String> lists) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            var token = json.nextToken();
            if (lists.contains(name)) {
                kept.set(name, token == JsonToken.START_ARRAY ? items(json) : scalar(json, token));
            } else if (scalars.contains(name)) {
                // The last one counts, also where that is null or not a scalar.
                kept.set(name, scalar(json, token));
            } else {
                json.skipChildren();
            }
        }
    }

    private JsonNode items(JsonParser json) throws IOException {
        var items = NODES.arrayNode();
        var tooMany = false;
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT && items.size() < MOST_ITEMS) {
                members(json, items.addObject(), Set.of());
            } else {
                tooMany |= token == JsonToken.START_OBJECT;
                json.skipChildren();
            }
        }
        return tooMany ? NODES.objectNode() : items;
    }

    /** @return an empty object for what is not a scalar, or not a sane one: {@code null} would say that it was left out */
    private static JsonNode scalar(JsonParser json, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING ->
                json.getTextLength() <= LONGEST_TEXT ? NODES.textNode(json.getText()) : NODES.objectNode();
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(json.getBooleanValue());
            case VALUE_NUMBER_INT ->
                json.getTextLength() <= 18 ? NODES.numberNode(json.getLongValue()) : NODES.objectNode();
            case VALUE_NUMBER_FLOAT -> number(json.getTextLength() <= 32 ? json.getDoubleValue() : Double.NaN);
            case VALUE_NULL -> NODES.nullNode();
            default -> {
                json.skipChildren();
                yield NODES.objectNode();
            }
        };
    }

    private static JsonNode number(double value) {
        return Double.isFinite(value) ? NODES.numberNode(value) : NODES.objectNode();
    }
}
