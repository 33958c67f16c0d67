package cobrowse.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads metrics out of a line in the log as CloudWatch does, and is strict about it. */
final class EmbeddedMetricFormat {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = "/cobrowse/telemetry/embedded-metric-format.json";

    private EmbeddedMetricFormat() {}

    /**
     * @return the metrics' values by name, and by {@code dimensions} the sets of these
     * @throws AssertionError if CloudWatch would refuse the line, or leave anything out
     */
    static Metrics read(String line) {
        var root = parse(line);
        var errors = schema().validate(root);
        if (!errors.isEmpty()) {
            throw new AssertionError(errors + " in " + line);
        }
        var directive = root.at("/_aws/CloudWatchMetrics/0");
        var dimensions = new TreeSet<String>();
        for (var set : directive.path("Dimensions")) {
            set.forEach(name -> dimension(root, name.asText()));
            dimensions.add(set.toString());
        }
        var values = new TreeMap<String, Double>();
        directive.path("Metrics").forEach(metric -> {
            var name = metric.path("Name").asText();
            values.put(name, value(root, name));
        });
        return new Metrics(directive.path("Namespace").asText(), dimensions, values);
    }

    record Metrics(String namespace, Set<String> dimensions, Map<String, Double> values) {}

    private static void dimension(JsonNode root, String name) {
        var value = root.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new AssertionError(name + " is no dimension of " + root);
        }
    }

    private static double value(JsonNode root, String name) {
        var value = root.path(name);
        if (!value.isNumber()) {
            throw new AssertionError(name + " is no metric of " + root);
        }
        return value.asDouble();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static com.networknt.schema.Schema schema() {
        try (var schema = EmbeddedMetricFormat.class.getResourceAsStream(SCHEMA)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(schema.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
