package cobrowse.lambda;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            assertThat(genesys.count(Call.TOKEN), is(1));

            began = System.nanoTime();
            assertThat(function.answer(EMAIL).getString("joinUrl"), is("https://join.example/1"));
            System.out.printf("First request: %d ms%n", millisSince(began));
            began = System.nanoTime();
            for (var i = 0; i < 100; i++) {
                assertThat(function.answer(USER).getBoolean("fetched"), is(true));
            }
            System.out.printf("Warm request: %.2f ms%n", millisSince(began) / 100.0);

            assertThat(genesys.count(Call.TOKEN), is(1));
            assertThat(genesys.count(Call.START), is(101));
        }
    }

    @Test
    void httpAndDirectInvocationsShareOneWarmContainer() throws Exception {
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            for (var i = 0; i < 3; i++) {
                var http = function.answer(post(USER));
                assertThat(http.getInt("statusCode"), is(201));
                assertThat(http.getString("headers.Location"), is("/v1/cobrowse-sessions/session-1"));
                assertThat(JsonPath.from(http.getString("body")).getBoolean("fetched"), is(true));
                assertThat(function.answer(USER).getString("id"), is("session-1"));
                assertThat(function.answer(get("session-1")).getInt("statusCode"), is(200));
                var error = function.invoke("{\"userId\":7}");
                assertThat(error.failed(), is(true));
                assertThat(JsonPath.from(error.payload()).getString("errorType"), is("invalid-request"));
            }
        }
    }

    @Test
    void tokenEndpointThatIsDownDoesNotStopTheStart() throws Exception {
        genesys.answers(Call.TOKEN, Answer.silence());
        var began = System.nanoTime();
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            assertThat(millisSince(began), lessThan(6_000L));
            assertThat(function.log(), containsString("No token yet"));

            genesys.answers(Call.TOKEN, Call.TOKEN.healthyResponse());
            assertThat(function.answer(USER).getString("id"), is("session-1"));
        }
    }

    /** Lambda's remaining time less half a second is the deadline, where that is less than COBROWSE_DEADLINE. */
    @ParameterizedTest
    @CsvSource({"START, outcome-unknown", "SEARCH, genesys-timeout"})
    void answerComesBeforeLambdaWouldStopTheFunctionAndNothingAfterIt(Call call, String code) throws Exception {
        genesys.answers(call, Answer.silence());
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            var began = System.nanoTime();
            var error = function.invoke(EMAIL, Duration.ofSeconds(2));

            assertThat(millisSince(began), lessThan(2_000L));
            assertThat(JsonPath.from(error.payload()).getString("errorType"), is(code));
            genesys.requests().clear();
            assertThat(genesys.requests().poll(2, TimeUnit.SECONDS), is(nullValue()));
        }
    }

    /** After 30 s an HTTP API would answer by itself, whatever COBROWSE_DEADLINE says. */
    @Test
    void httpIsAnsweredBeforeTheGatewayGivesUp() throws Exception {
        genesys.answersOnce(Call.SEARCH, Answer.silence());
        genesys.answersOnce(Call.SEARCH, Answer.silence());
        genesys.answers(Call.START, Answer.silence());
        try (var function = new NativeFunction(NativeFunction.on(genesys.url(), "COBROWSE_DEADLINE", "PT1M")).ready()) {
            var began = System.nanoTime();
            var answer = function.answer(post(EMAIL));

            assertThat(millisSince(began), lessThan(30_000L));
            assertThat(answer.getInt("statusCode"), is(504));
        }
    }

    @Test
    void startIsNotLostOnAConnectionThatDiedWhileTheContainerWasFrozen() throws Exception {
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            assertThat(function.answer(USER).getString("id"), is("session-1"));
            function.signal("STOP");
            genesys.hangUp();
            genesys.requests().clear();
            genesys.requests().poll(5, TimeUnit.SECONDS);
            function.signal("CONT");

            assertThat(function.answer(USER).getString("id"), is("session-1"));
            assertThat(genesys.count(Call.START), is(2));
        }
    }

    @Test
    void hundredMegabytesDoNotFillTheMemory() throws Exception {
        genesys.answers(Call.FETCH, Answer.endless(100 << 20));
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            for (var i = 0; i < 5; i++) {
                assertThat(function.answer(USER).getBoolean("fetched"), is(false));
            }
            assertThat(function.residentMegabytes(), lessThan(128L));
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

            assertThat(function.exitCode(), is(greaterThan(0)));
            assertThat(words, containsString(variable));
            assertThat(words, containsString(right));
            assertThat(words, not(containsString("\n")));
        }
    }

    @Test
    void emptySettingCountsAsNotSet() throws Exception {
        var empty = Map.of(
                "GENESYS_REGION", "", "COBROWSE_DEADLINE", "", "IDEMPOTENCY_TABLE", "", "GENESYS_INITIATOR_ID", "");
        var environment = NativeFunction.on(genesys.url());
        environment.putAll(empty);
        try (var function = new NativeFunction(environment).ready()) {
            assertThat(function.answer(USER).getString("id"), is("session-1"));
        }
    }

    /** The filters of the alarms in template.yaml look for {@code mdc.code}. */
    @ParameterizedTest
    @CsvSource({"429, genesys-rate-limited", "403, genesys-permission-missing", "401, genesys-credentials-rejected"})
    void failureIsOneLineOfJsonThatAlarmsCanRead(int status, String code) throws Exception {
        genesys.answers(Call.START, Answer.status(status, "Retry-After: 60"));
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            assertThat(JsonPath.from(function.invoke(USER).payload()).getString("errorType"), is(code));

            var lines = function.log()
                    .lines()
                    .map(JsonPath::from)
                    .filter(line -> code.equals(line.getString("mdc.code")))
                    .toList();
            assertThat(lines.size(), is(1));
            assertThat(lines.get(0).getString("level"), is("WARN"));
            assertThat(lines.get(0).getString("mdc.correlationId"), matchesPattern("[0-9a-f-]{36}"));
        }
    }

    @Test
    void noSecretIsLogged() throws Exception {
        genesys.answers(Call.START, Answer.status(401));
        var environment = NativeFunction.on(genesys.url(), "GENESYS_CLIENT_SECRET", "not-to-be-seen");
        try (var function = new NativeFunction(environment).ready()) {
            function.invoke(EMAIL);
            assertThat(function.log(), containsString("genesys-credentials-rejected"));
            assertThat(function.log(), not(containsString("not-to-be-seen")));
            assertThat(function.log(), not(containsString("Bearer")));
            assertThat(function.log(), not(containsString("alice")));
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
