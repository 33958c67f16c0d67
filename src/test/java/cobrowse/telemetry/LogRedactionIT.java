package cobrowse.telemetry;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys;
import cobrowse.lambda.NativeFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No setting makes the executable's log speak. */
@Timeout(120)
class LogRedactionIT {
    private static final String TRACE = "QUARKUS_LOG_LEVEL=TRACE";
    private static final String FILE = "QUARKUS_LOG_FILE_ENABLED=true QUARKUS_LOG_FILE_LEVEL=ALL";

    private final FakeGenesys genesys = new FakeGenesys();
    private final LeakyAws aws = new LeakyAws();

    @TempDir
    Path directory;

    LogRedactionIT() throws IOException {}

    @AfterEach
    void close() throws IOException {
        genesys.close();
        aws.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUARKUS_LOG_LEVEL=INFO",
                "QUARKUS_LOG_LEVEL=DEBUG",
                TRACE,
                "QUARKUS_LOG_LEVEL=ALL QUARKUS_LOG_CONSOLE_LEVEL=ALL",
                FILE + " " + TRACE,
                "QUARKUS_REST_CLIENT_LOGGING_SCOPE=request-response QUARKUS_REST_CLIENT_LOGGING_BODY_LIMIT=10000",
                "QUARKUS_REST_CLIENT_LOGGING_SCOPE=all " + TRACE,
                "QUARKUS_LOG_CATEGORY__ORG_JBOSS_RESTEASY_REACTIVE_CLIENT_LOGGING__LEVEL=TRACE"
                        + " QUARKUS_REST_CLIENT_LOGGING_SCOPE=request-response",
                "QUARKUS_LOG_CATEGORY__SOFTWARE_AMAZON_AWSSDK__LEVEL=TRACE",
                "QUARKUS_LOG_CATEGORY__IO_VERTX__LEVEL=TRACE QUARKUS_LOG_CATEGORY__IO_NETTY__LEVEL=TRACE",
                "QUARKUS_LOG_CATEGORY__IO_QUARKUS__LEVEL=ALL QUARKUS_LOG_CATEGORY__IO_SMALLRYE__LEVEL=ALL",
                "QUARKUS_LOG_CATEGORY__COBROWSE__LEVEL=ALL",
                "QUARKUS_LOG_HANDLER_CONSOLE__OWN__ENABLED=true QUARKUS_LOG_CATEGORY__ORG_JBOSS__HANDLERS=OWN"
                        + " QUARKUS_LOG_CATEGORY__ORG_JBOSS__LEVEL=TRACE QUARKUS_REST_CLIENT_LOGGING_SCOPE=all",
                "SMALLRYE_CONFIG_LOG_VALUES=true " + TRACE,
                "QUARKUS_HTTP_ACCESS_LOG_ENABLED=true QUARKUS_HTTP_ACCESS_LOG_PATTERN=long"
            })
    void noSecretIsSeen(String settings) throws Exception {
        walk(settings, Map.of("GENESYS_CLIENT_SECRET", Secrets.CLIENT_SECRET));
        walk(
                settings,
                Map.of(
                        "GENESYS_CLIENT_SECRET", Secrets.CLIENT_SECRET,
                        "GENESYS_CLIENT_AUTHENTICATION", "form",
                        "GENESYS_USER_LOOKUP", "list"));
        walk(settings, Map.of("GENESYS_CREDENTIALS_SECRET_ID", "cobrowse/genesys", "IDEMPOTENCY_TABLE", "table"));

        assertThat(aws.seen(), hasItems("GetSecretValue", "PutItem"));
    }

    private void walk(String settings, Map<String, String> more) throws Exception {
        LeakyGenesys.recovers(genesys);
        var environment = NativeFunction.on(genesys.url());
        environment.putAll(Map.of(
                "COBROWSE_DEADLINE",
                "PT2S",
                "AWS_REGION",
                "eu-central-1",
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                Secrets.AWS_KEY,
                "AWS_SESSION_TOKEN",
                Secrets.SESSION_TOKEN,
                "AWS_ENDPOINT_URL",
                aws.url()));
        var file = directory.resolve("quarkus.log");
        environment.put("QUARKUS_LOG_FILE_PATH", file.toString());
        for (var setting : settings.split(" ")) {
            environment.put(setting.split("=")[0], setting.split("=")[1]);
        }
        environment.putAll(more);
        try (var function = new NativeFunction(environment).ready()) {
            AllOperations.walk(function::linesOf, genesys, more.containsKey("IDEMPOTENCY_TABLE") ? aws : null);

            var log = function.log() + (Files.exists(file) ? Files.readString(file) : "");
            for (var secret : Secrets.ALL) {
                assertThat(log, not(containsString(secret)));
            }
            // It did speak, and Genesys was asked after all that.
            assertThat(log, containsString("\"event\":\"request\""));
            function.linesOf(AllOperations.events().get(0));
            assertThat(genesys.count(Call.START), greaterThan(0));
        }
    }
}
