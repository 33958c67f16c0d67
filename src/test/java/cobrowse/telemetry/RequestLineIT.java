package cobrowse.telemetry;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys;
import cobrowse.lambda.NativeFunction;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The executable's own output, as Lambda hands it to CloudWatch. */
class RequestLineIT extends RequestLineTests {
    private final FakeGenesys genesys = new FakeGenesys();
    private NativeFunction function;

    RequestLineIT() throws IOException {}

    @BeforeEach
    void start() throws Exception {
        function = new NativeFunction(NativeFunction.on(
                        genesys.url(),
                        "COBROWSE_DEADLINE",
                        "PT2S",
                        "AWS_LAMBDA_FUNCTION_NAME",
                        "cobrowse",
                        "AWS_LAMBDA_FUNCTION_VERSION",
                        "7"))
                .ready();
    }

    @AfterEach
    void stop() throws IOException {
        function.close();
        genesys.close();
    }

    @Override
    FakeGenesys genesys() {
        return genesys;
    }

    @Override
    List<String> linesOf(String event) throws Exception {
        return function.linesOf(event);
    }

    @Test
    void firstLineOfAContainerCountsItsColdStartAndItsLogIn() throws Exception {
        var first = EmbeddedMetricFormat.read(linesOf("{\"userId\":\"user-1\"}").get(0))
                .values();
        var second = EmbeddedMetricFormat.read(
                        linesOf("{\"userId\":\"user-1\"}").get(0))
                .values();

        assertEquals(1.0, first.get("coldStarts"));
        assertEquals(1.0, first.get("logIns"));
        assertTrue(first.containsKey("genesysTokenMs"));
        assertEquals(0.0, second.get("coldStarts"));
        assertEquals(0.0, second.get("logIns"));
        assertFalse(second.containsKey("genesysTokenMs"));
    }

    @Test
    void lineNamesFunctionAndVersion() throws Exception {
        assertThat(linesOf("{}").get(0), containsString("\"function\":\"cobrowse\",\"version\":\"7\""));
    }

    /** It silences warnings, but neither the line nor the metrics in it. */
    @Test
    void levelOfTheLogDoesNotSilenceTheLine() throws Exception {
        var environment = NativeFunction.on(genesys.url(), "QUARKUS_LOG_LEVEL", "ERROR");
        try (var quiet = new NativeFunction(environment).ready()) {
            genesys.answers(Call.START, Answer.status(403));

            var lines = quiet.linesOf("{\"userId\":\"user-1\"}");

            assertEquals(1, lines.size());
            assertThat(lines.get(0), containsString("\"code\":\"genesys-permission-missing\""));
        }
    }

    @Test
    void startWritesNothing() throws Exception {
        assertEquals("", function.log());
    }
}
