package cobrowse.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around the executable in Lambda: the Runtime API and its headers, signals, variables, files. */
class LambdaRuntimeIT {
    private static final String USER = "{\"userId\":\"user-1\"}";
    private static final String POST = "{\"version\":\"2.0\",\"rawPath\":\"/v1/cobrowse-sessions\","
            + "\"headers\":{\"content-type\":\"application/json\"},\"requestContext\":{\"http\":{\"method\":\"POST\"}},"
            + "\"body\":\"{\\\"userId\\\":\\\"user-1\\\"}\"}";

    private final FakeGenesys genesys = new FakeGenesys();

    LambdaRuntimeIT() throws IOException {}

    @AfterEach
    void close() throws IOException {
        genesys.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "Lambda-Runtime-Client-Context   | {\"custom\":{\"trace\":{\"id\":\"1\"}}}",
                "Lambda-Runtime-Client-Context   | no JSON",
                "Lambda-Runtime-Cognito-Identity | {\"cognitoIdentityId\":\"a:1\",\"cognitoIdentityPoolId\":\"a:2\"}"
            })
    void headersThatAreNotReadDoNotMatter(String name, String value) throws Exception {
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            var outcome = function.invoke(USER, Map.of(name, value));
            assertEquals("session-1", JsonPath.from(outcome.payload()).getString("id"));
        }
    }

    @Test
    void traceIsNotThatOfTheInvocationBefore() throws Exception {
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            function.invoke(USER);
            function.invoke(USER, Map.of());

            var lines = function.log()
                    .lines()
                    .filter(line -> line.contains("\"event\":\"request\""))
                    .toList();
            assertEquals(2, lines.size());
            assertTrue(lines.get(0).contains("\"traceId\""), lines.get(0));
            assertFalse(lines.get(1).contains("\"traceId\""), lines.get(1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 302, 204, 0})
    void runtimeApiThatIsBrokenEndsTheProcessWithOneLine(int status) throws Exception {
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            function.invoke(USER);
            var before = function.log();
            // The client itself asks again on a connection that was used before and is broken off.
            function.failNext(status);
            function.failNext(status);

            var words = function.lastWords().substring(before.length()).strip();
            assertTrue(function.exitCode() > 0);
            assertTrue(words.contains("Runtime API"), words);
            assertFalse(words.contains("\n"), words);
        }
    }

    @Test
    void toldToEndWhileItWaitsItEndsWithoutAWord() throws Exception {
        try (var function = new NativeFunction(NativeFunction.on(genesys.url())).ready()) {
            function.invoke(USER);
            var before = function.log();
            function.signal("TERM");

            assertEquals(before, function.lastWords());
            assertEquals(0, function.exitCode());
        }
    }

    @Test
    void toldToEndWhileAStartIsSentItSaysWhatBecameOfIt() throws Exception {
        genesys.answers(Call.START, Answer.silence());
        var environment = NativeFunction.on(genesys.url(), "COBROWSE_DEADLINE", "PT3S");
        try (var function = new NativeFunction(environment).ready()) {
            var outcome = function.begin(USER);
            awaitCall(Call.START);
            function.signal("TERM");

            var error = outcome.get(20, TimeUnit.SECONDS);
            assertEquals("outcome-unknown", JsonPath.from(error.payload()).getString("errorType"));
            assertFalse(function.lastWords().contains("internal-error"), function.log());
            assertEquals(0, function.exitCode());
        }
    }

    private void awaitCall(Call call) throws Exception {
        for (var end = System.nanoTime() + Duration.ofSeconds(20).toNanos(); genesys.count(call) == 0; ) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("Genesys was not asked to " + call);
            }
            Thread.onSpinWait();
        }
    }

    /** As root alone; elsewhere nobody may mount anything. */
    @Test
    void writesNoFile() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name"))
                && !Path.of("").toAbsolutePath().startsWith("/tmp"));
        var readOnly = List.of("unshare", "--mount", "sh", "-c", "mount -t tmpfs -o ro none /tmp && exec \"$0\"");
        try (var function = new NativeFunction(NativeFunction.on(genesys.url()), readOnly).ready()) {
            assertEquals("session-1", function.answer(USER).getString("id"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUARKUS_PROFILE=dev",
                "QUARKUS_PROFILE=prod,test",
                "quarkus_profile=dev",
                "SMALLRYE_CONFIG_PROFILE=dev",
                "QUARKUS_CONFIG_PROFILE_PARENT=development",
                "_PROD_CALLER_POLICY=any",
                "SMALLRYE_CONFIG_LOCATIONS=config/application.properties"
            })
    void noProfileOpensADoor(String setting, @TempDir Path directory) throws Exception {
        var lines = "CALLER_POLICY=any\nQUARKUS_PROFILE=dev\nGENESYS_CLIENT_ID=x\nGENESYS_CLIENT_SECRET=x\n";
        Files.writeString(directory.resolve(".env"), lines);
        Files.createDirectory(directory.resolve("config"));
        Files.writeString(
                directory.resolve("config/application.properties"),
                "quarkus.profile=dev\ncaller.policy=any\ngenesys.client-id=x\ngenesys.client-secret=x\n");
        var environment = new HashMap<>(NativeFunction.on(genesys.url(), setting.split("=")));
        environment.remove("CALLER_POLICY");
        try (var function = new NativeFunction(environment, List.of(), directory).ready()) {
            assertEquals(403, function.answer(POST).getInt("statusCode"));
            assertEquals(0, genesys.count(Call.START));
        }
        environment.keySet().removeIf(name -> name.startsWith("GENESYS_CLIENT_"));
        try (var function = new NativeFunction(environment, List.of(), directory)) {
            var words = function.lastWords().strip();
            assertTrue(words.contains("GENESYS_CLIENT_ID"), words);
            assertFalse(words.contains("\n"), words);
        }
    }

    @Test
    void noLogButOursCanBeSwitchedOn(@TempDir Path directory) throws Exception {
        var environment = NativeFunction.on(
                genesys.url(),
                "QUARKUS_HTTP_ACCESS_LOG_ENABLED",
                "true",
                "QUARKUS_HTTP_ACCESS_LOG_PATTERN",
                "%r %{ALL_REQUEST_HEADERS}",
                "QUARKUS_HTTP_ACCESS_LOG_LOG_TO_FILE",
                "true",
                "QUARKUS_LOG_FILE_ENABLED",
                "true",
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
                "false",
                "QUARKUS_REST_CLIENT_LOGGING_SCOPE",
                "request-response");
        try (var function = new NativeFunction(environment, List.of(), directory).ready()) {
            var lines = function.linesOf(POST);
            assertEquals(1, lines.size(), () -> String.join("\n", lines));
            assertTrue(lines.get(0).startsWith("{"), lines.get(0));
        }
        try (var files = Files.list(directory)) {
            assertEquals(0, files.count());
        }
    }
}
