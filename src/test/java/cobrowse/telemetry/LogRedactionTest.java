package cobrowse.telemetry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same on the JVM, where every level is there: what is logged is read from a file. */
@QuarkusTest
@TestProfile(LogRedactionTest.AsLoudAsCanBe.class)
class LogRedactionTest {
    private static final String FILE = "target/quiet.log";

    /** Set by {@link OnFakeGenesys}. */
    FakeGenesys genesys;

    @Test
    void noSecretIsSeen() throws Exception {
        AllOperations.walk(
                event -> given().contentType(ContentType.JSON).body(event).post("/_lambda_"), genesys, null);

        var log = Files.readString(Path.of(FILE));
        for (var secret : Secrets.ALL) {
            assertThat(log, not(containsString(secret)));
        }
        assertThat(log, containsString("CobrowseFunction"));
        given().contentType(ContentType.JSON)
                .body(AllOperations.events().get(0))
                .post("/_lambda_");
        assertThat(genesys.count(Call.START), greaterThan(0));
        genesys.reset();
    }

    public static class AsLoudAsCanBe extends OnFakeGenesys {
        @Override
        public Map<String, String> getConfigOverrides() {
            return with(
                    super.getConfigOverrides(),
                    Map.of(
                            "genesys.client-secret", Secrets.CLIENT_SECRET,
                            "genesys.client-authentication", "form",
                            "quarkus.rest-client.logging.scope", "all",
                            "quarkus.log.level", "TRACE",
                            "quarkus.log.category.\"io.netty\".level", "TRACE",
                            "quarkus.log.console.enabled", "false",
                            "quarkus.log.file.enabled", "true",
                            "quarkus.log.file.level", "ALL",
                            "quarkus.log.file.path", FILE));
        }
    }
}
