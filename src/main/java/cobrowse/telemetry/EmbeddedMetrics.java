package cobrowse.telemetry;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes a line in the log CloudWatch's metrics, too, by its embedded metric format: alarms and dashboard use these. */
final class EmbeddedMetrics {
    private static final String NAMESPACE = "CobrowseFunction";
    private static final String COUNT = "Count";
    private static final String MILLISECONDS = "Milliseconds";
    private static final String LOG_IN = "token";

    /** The metric of each call to Genesys. */
    private static final Map<String, String> CALLS = Map.ofEntries(
            entry(LOG_IN, "genesysTokenMs"),
            entry("find-user", "genesysFindUserMs"),
            entry("start", "genesysStartMs"),
            entry("fetch", "genesysFetchMs"),
            entry("end", "genesysEndMs"));

    private static final List<List<String>> DIMENSIONS =
            List.of(List.of("function"), List.of("function", "code"), List.of("function", "version"));

    private EmbeddedMetrics() {}

    /** @param line that has {@code code} and {@code durationMs} already */
    static void add(ObjectNode line, Invocation invocation, int status, Instant time) {
        var record = invocation.record();
        // One that an open circuit kept from being made took no time of Genesys'.
        var calls = Stream.concat(invocation.before.stream(), record.calls().stream())
                .filter(call -> call.attempts() > 0 && CALLS.containsKey(call.name()))
                .toList();
        line.put("function", environment("AWS_LAMBDA_FUNCTION_NAME", "local"))
                .put("version", environment("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"))
                .put("requests", 1)
                .put("failures", status >= 500 ? 1 : 0)
                .put(
                        "logIns",
                        calls.stream()
                                .filter(call -> call.name().equals(LOG_IN))
                                .count())
                .put("replays", record.isReplayed() ? 1 : 0)
                .put("coldStarts", invocation.coldStart ? 1 : 0);
        var latencies = latencies(calls);
        latencies.forEach(line::put);
        line.set("_aws", metadata(latencies, time));
    }

    /** Several pages of users, say, count as one call that took as long as all of them. */
    private static Map<String, Long> latencies(List<UpstreamCall> calls) {
        var latencies = new LinkedHashMap<String, Long>();
        for (var call : calls) {
            latencies.merge(CALLS.get(call.name()), call.duration().toMillis(), Long::sum);
        }
        return latencies;
    }

    private static ObjectNode metadata(Map<String, Long> latencies, Instant time) {
        var metadata = JsonNodeFactory.instance.objectNode().put("Timestamp", time.toEpochMilli());
        var directive = metadata.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
        var dimensions = directive.putArray("Dimensions");
        DIMENSIONS.forEach(set -> set.forEach(dimensions.addArray()::add));
        var metrics = directive.putArray("Metrics");
        for (var count : List.of("requests", "failures", "logIns", "replays", "coldStarts")) {
            metrics.addObject().put("Name", count).put("Unit", COUNT);
        }
        metrics.addObject().put("Name", "durationMs").put("Unit", MILLISECONDS);
        latencies
                .keySet()
                .forEach(latency -> metrics.addObject().put("Name", latency).put("Unit", MILLISECONDS));
        return metadata;
    }

    /** Read anew each time: what is read while the executable is built would stay in it. */
    private static String environment(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null ? otherwise : value;
    }
}
