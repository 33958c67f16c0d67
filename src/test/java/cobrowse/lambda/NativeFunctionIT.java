package cobrowse.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The native executable under the Lambda Runtime API: what only shows there. */
class NativeFunctionIT {
    private static final String USER = "{\"userId\":\"user-1\"}";
    private static final String EMAIL = "{\"email\":\"alice@example.com\"}";

    private final FakeGenesys genesys = new FakeGenesys();

    NativeFunctionIT() throws IOException {}

    @AfterEach
    void close() throws IOException {
        genesys.close();
    }

    @Test
    void tokenIsThereBeforeTheFirstEventAndServesAHundredRequests() throws Exception {
        var began = System.nanoTime();
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            System.out.printf("Start to first poll, token included: %d ms%n", millisSince(began));
            assertEquals(1, genesys.count(Call.TOKEN));

            began = System.nanoTime();
            assertEquals("https://join.example/1", function.answer(EMAIL).getString("joinUrl"));
            System.out.printf("First request: %d ms%n", millisSince(began));
            began = System.nanoTime();
            for (var i = 0; i < 100; i++) {
                assertTrue(function.answer(USER).getBoolean("fetched"));
            }
            System.out.printf("Warm request: %.2f ms%n", millisSince(began) / 100.0);

            assertEquals(1, genesys.count(Call.TOKEN));
            assertEquals(101, genesys.count(Call.START));
        }
    }

    @Test
    void httpAndDirectInvocationsShareOneWarmContainer() throws Exception {
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            for (var i = 0; i < 3; i++) {
                var http = function.answer(post(USER));
                assertEquals(201, http.getInt("statusCode"));
                assertEquals("/v1/cobrowse-sessions/session-1", http.getString("headers.Location"));
                assertTrue(JsonPath.from(http.getString("body")).getBoolean("fetched"));
                assertEquals("session-1", function.answer(USER).getString("id"));
                assertEquals(200, function.answer(get("session-1")).getInt("statusCode"));
                var error = function.invoke("{\"userId\":7}");
                assertTrue(error.failed());
                assertEquals("invalid-request", JsonPath.from(error.payload()).getString("errorType"));
            }
        }
    }

    /** Lambda's init phase may take ten seconds, which three attempts would. */
    @Test
    void tokenEndpointThatIsDownDoesNotStopTheStart() throws Exception {
        genesys.answers(Call.TOKEN, Answer.silence());
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            assertTrue(function.log().contains("No token yet"), function.log());
            assertTrue(genesys.count(Call.TOKEN) <= 2);

            genesys.answers(Call.TOKEN, Call.TOKEN.healthyResponse());
            assertEquals("session-1", function.answer(USER).getString("id"));
        }
    }

    /**
     * Lambda's remaining time less half a second is the deadline, where that is less than COBROWSE_DEADLINE: otherwise there
     * is time for a second look-up, and for the session. That half second is held in {@code DeadlineTest}.
     */
    @ParameterizedTest
    @CsvSource({"START, outcome-unknown", "SEARCH, genesys-timeout"})
    void answerComesBeforeLambdaWouldStopTheFunctionAndNothingAfterIt(Call call, String code) throws Exception {
        genesys.answers(call, call.healthyResponse().after(Duration.ofSeconds(20)));
        var environment = NativeFunction.on(genesys.url(), "COBROWSE_DEADLINE", "PT29S");
        try (var function = new NativeFunction(environment).ready()) {
            var error = function.invoke(EMAIL, Duration.ofSeconds(2));

            assertEquals(code, JsonPath.from(error.payload()).getString("errorType"));
            assertTrue(genesys.isIdleFor(Duration.ofSeconds(2)));
            assertEquals(1, genesys.count(call));
        }
    }

    /** Frozen on its way, an event may come when its time is over. */
    @ParameterizedTest
    @ValueSource(ints = {300, 0, -1, -60_000})
    void eventWhoseTimeIsOverStartsNothing(int remainingMillis) throws Exception {
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            var error = function.invoke(USER, Duration.ofMillis(remainingMillis));

            assertEquals("genesys-timeout", JsonPath.from(error.payload()).getString("errorType"));
            assertEquals(0, genesys.count(Call.START));
        }
    }

    /** After 30 s an HTTP API would answer by itself, whatever COBROWSE_DEADLINE says. Genesys starts the session after that. */
    @Test
    void httpIsAnsweredBeforeTheGatewayGivesUp() throws Exception {
        genesys.answersOnce(Call.SEARCH, Answer.silence());
        genesys.answersOnce(Call.SEARCH, Answer.silence());
        genesys.answers(Call.START, Call.START.healthyResponse().after(Duration.ofSeconds(26)));
        try (var function = new NativeFunction(NativeFunction.on(genesys.url(), "COBROWSE_DEADLINE", "PT1M")).ready()) {
            var answer = function.answer(post(EMAIL));

            assertEquals(504, answer.getInt("statusCode"));
        }
    }

    @Test
    void startIsNotLostOnAConnectionThatDiedWhileTheContainerWasFrozen() throws Exception {
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            assertEquals("session-1", function.answer(USER).getString("id"));
            function.signal("STOP");
            genesys.drop();
            assertTrue(genesys.isIdleFor(Duration.ofMillis(4_200)));
            function.signal("CONT");

            assertEquals("session-1", function.answer(USER).getString("id"));
            assertEquals(2, genesys.count(Call.START));
        }
    }

    @Test
    void hundredMegabytesDoNotFillTheMemory() throws Exception {
        genesys.answers(Call.FETCH, Answer.endless(100 << 20));
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            for (var i = 0; i < 5; i++) {
                assertFalse(function.answer(USER).getBoolean("fetched"));
            }
            assertTrue(function.residentMegabytes() < 128);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GENESYS_REGION                | atlantis   | eu_central_1 (mypurecloud.de)",
                "GENESYS_API_URL               | http://a.b | https://host[:port]",
                "GENESYS_CLIENT_AUTHENTICATION | digest     | basic or form",
                "GENESYS_USER_LOOKUP           | guess      | search or list",
                "GENESYS_DEPLOYMENT_ID         | a b        | letters",
                "COBROWSE_DEADLINE             | soon       | PT10S",
                "COBROWSE_DEADLINE             | PT0S       | PT10S",
                "CALLER_POLICY                 | nobody     | strict or any",
                "CALLER_SCOPE                  | one two    | one scope",
                "GENESYS_CLIENT_SECRET         | ''         | GENESYS_CLIENT_SECRET"
            })
    void wrongSettingStopsTheStartWithOneLine(String variable, String value, String right) throws Exception {
        try (var function = new NativeFunction(NativeFunction.on(genesys.url(), variable, value))) {
            var words = function.lastWords().strip();

            assertTrue(function.exitCode() > 0);
            assertTrue(words.contains(variable), words);
            assertTrue(words.contains(right), words);
            assertFalse(words.contains("\n"), words);
        }
    }

    @Test
    void emptySettingCountsAsNotSet() throws Exception {
        var empty = Map.of(
                "GENESYS_REGION", "", "COBROWSE_DEADLINE", "", "IDEMPOTENCY_TABLE", "", "GENESYS_INITIATOR_ID", "");
        var environment = NativeFunction.on(genesys.url());
        environment.putAll(empty);
        try (var function = new NativeFunction(environment).ready()) {
            assertEquals("session-1", function.answer(USER).getString("id"));
        }
    }

    /** The warning says what the request's line has no member for. */
    @ParameterizedTest
    @CsvSource({"429, genesys-rate-limited", "403, genesys-permission-missing", "401, genesys-credentials-rejected"})
    void failureIsOneWarningBesideTheRequestsLine(int status, String code) throws Exception {
        genesys.answers(Call.START, Answer.status(status, "Retry-After: 60"));
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            var lines = function.linesOf(USER).stream().map(JsonPath::from).toList();

            assertEquals(2, lines.size());
            assertEquals(code, lines.get(0).getString("mdc.code"));
            assertEquals("WARN", lines.get(0).getString("level"));
            var correlationId = lines.get(0).getString("mdc.correlationId");
            assertTrue(correlationId.matches("[0-9a-f-]{36}"), correlationId);
            assertEquals(code, lines.get(1).getString("code"));
            assertEquals("request", lines.get(1).getString("event"));
        }
    }

    private static String post(String body) {
        return "{\"version\":\"2.0\",\"rawPath\":\"/v1/cobrowse-sessions\",\"headers\":{\"content-type\":\"application/json\"},"
                + "\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"body\":\"" + body.replace("\"", "\\\"")
                + "\"}";
    }

    private static String get(String id) {
        return "{\"version\":\"2.0\",\"rawPath\":\"/v1/cobrowse-sessions/" + id
                + "\",\"headers\":{},\"requestContext\":{\"http\":{\"method\":\"GET\"}}}";
    }

    private static long millisSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1_000_000;
    }
}
