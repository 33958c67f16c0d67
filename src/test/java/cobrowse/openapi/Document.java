package cobrowse.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code docs/openapi.yaml}, with every schema closed: a member that is not documented is an error here. */
public final class Document {
    private static final String SCHEMA = "#/components/schemas/";
    private static final String DEFINITION = "#/$defs/";
    private static final String NAME = "urn:openapi";
    private static final JsonNode ROOT = read();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(
            Dialects.getOpenApi31(), registry -> registry.schemas(Map.of(NAME, definitions())));

    private Document() {}

    /** @return what is there, through references; a missing node if there is nothing */
    public static JsonNode at(String... path) {
        var node = ROOT;
        for (var name : path) {
            node = resolved(node.path(name));
        }
        return node;
    }

    static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? target(node) : node;
    }

    /** @param schema of this document, or one that refers to it */
    public static List<Error> errors(JsonNode schema, JsonNode value) {
        return SCHEMAS.getSchema(schema.toString().replace(SCHEMA, NAME + DEFINITION))
                .validate(value);
    }

    /** The values of all examples of a media type, a header or a parameter. */
    static Stream<JsonNode> examples(JsonNode of) {
        var several = of.path("examples").valueStream().map(example -> resolved(example)
                .path("value"));
        return of.has("example") ? Stream.of(of.path("example")) : several;
    }

    private static JsonNode read() {
        try {
            return closed(new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("docs/openapi.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document itself leaves answers open, so that clients bear what later versions add. */
    private static JsonNode closed(JsonNode root) {
        var schemas = root.path("components").path("schemas");
        var extended = new HashSet<JsonNode>();
        for (var bases : schemas.findValues("allOf")) {
            bases.forEach(base -> extended.add(root.at(pointer(base))));
        }
        for (var schema : schemas) {
            if (schema.has("properties") && !extended.contains(schema)) {
                ((ObjectNode) schema).put("unevaluatedProperties", false);
            }
        }
        return root;
    }

    /** The validator knows nothing of what is around the schemas. */
    private static String definitions() {
        var schemas = ROOT.path("components").path("schemas").toString();
        return "{\"$defs\":" + schemas.replace(SCHEMA, DEFINITION) + "}";
    }

    private static JsonNode target(JsonNode reference) {
        return ROOT.at(pointer(reference));
    }

    private static JsonPointer pointer(JsonNode reference) {
        return JsonPointer.compile(reference.path("$ref").asText().substring(1));
    }
}
