package cobrowse.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The examples in {@code docs/observability.md}, and what makes a real line comparable with one. */
final class DocumentedLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** They differ from run to run. */
    private static final Pattern TIMES = Pattern.compile("timestamp|Timestamp|ms|durationMs|genesys[A-Za-z]+Ms");

    private static final Set<String> OF_THE_PLACE = Set.of("function", "version");
    private static final List<String> METRICS = List.of(
            "_aws",
            "function",
            "version",
            "requests",
            "failures",
            "unjoinable",
            "logIns",
            "replays",
            "coldStarts",
            "genesysTokenMs",
            "genesysFindUserMs",
            "genesysStartMs",
            "genesysFetchMs",
            "genesysEndMs");

    private DocumentedLines() {}

    static JsonNode under(String heading) {
        var page = read(Path.of("docs/observability.md"));
        var example = Pattern.compile("\n### " + Pattern.quote(heading) + "\n[^#]*?```json\n([^`]+)```")
                .matcher(page);
        if (!example.find()) {
            throw new AssertionError("There is no example under: " + heading);
        }
        return comparable(parse(example.group(1)));
    }

    static JsonNode comparable(JsonNode line) {
        var comparable = (ObjectNode) line.deepCopy();
        if (line.path("correlationId").equals(line.path("awsRequestId"))) {
            comparable.put("correlationId", "Lambda's");
        }
        comparable.put("awsRequestId", "Lambda's");
        evenOut(comparable);
        return comparable;
    }

    /** Most examples leave out what is in every line. */
    static JsonNode withoutMetrics(JsonNode line) {
        return ((ObjectNode) line.deepCopy()).remove(METRICS);
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    private static void evenOut(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                if (TIMES.matcher(member.getKey()).matches() || OF_THE_PLACE.contains(member.getKey())) {
                    member.setValue(JSON.getNodeFactory().textNode(""));
                }
            });
        }
        node.forEach(DocumentedLines::evenOut);
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
