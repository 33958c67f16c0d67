package cobrowse.telemetry;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.fake.FakeGenesys;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every request ends with the line that the documentation shows, and metrics can be read out of it. */
abstract class RequestLineTests {
    private static final Set<String> DIMENSIONS =
            Set.of("[\"function\"]", "[\"function\",\"code\"]", "[\"function\",\"version\"]");

    abstract FakeGenesys genesys();

    /** Invokes the function with an event. @return what it has written meanwhile */
    abstract List<String> linesOf(String event) throws Exception;

    JsonNode documented(String heading) {
        return DocumentedLines.under(heading);
    }

    @ParameterizedTest
    @EnumSource
    void lineIsAsDocumentedAndHasMetrics(Outcome outcome) throws Exception {
        // The token is there, and the key of REPLAYED has its answer.
        linesOf(Outcome.REPLAYED.event);
        genesys().reset();
        outcome.setup.accept(genesys());

        var lines = linesOf(outcome.event);

        var requests = lines.stream()
                .filter(line -> line.contains("\"event\":\"request\""))
                .toList();
        assertEquals(1, requests.size(), lines.toString());
        var documented = documented(outcome.heading);
        var line = DocumentedLines.comparable(DocumentedLines.parse(requests.get(0)));
        assertEquals(documented, documented.has("_aws") ? line : DocumentedLines.withoutMetrics(line));
        if (outcome.isHappy()) {
            assertEquals(requests, lines);
        }
        for (var secret : List.of("alice", "join.example", "Bearer", "123456")) {
            assertThat(lines.toString(), not(containsString(secret)));
        }
        assertMetrics(outcome, requests.get(0));
    }

    private static void assertMetrics(Outcome outcome, String line) {
        var metrics = EmbeddedMetricFormat.read(line);
        assertEquals("CobrowseFunction", metrics.namespace());
        assertEquals(DIMENSIONS, metrics.dimensions());
        assertEquals(1.0, metrics.values().get("requests"));
        var status = DocumentedLines.parse(line).path("status").asInt();
        assertEquals(status >= 500 ? 1.0 : 0.0, metrics.values().get("failures"));
        assertEquals(outcome == Outcome.REPLAYED ? 1.0 : 0.0, metrics.values().get("replays"));
        assertEquals(
                outcome == Outcome.CREDENTIALS ? 1.0 : 0.0, metrics.values().get("logIns"));
        assertEquals(outcome == Outcome.ENDED, metrics.values().containsKey("genesysEndMs"));
    }
}
