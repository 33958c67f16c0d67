package cobrowse.telemetry;

import static io.restassured.RestAssured.given;

import cobrowse.fake.FakeGenesys;
import cobrowse.fake.OnFakeGenesys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** On the JVM, the line is read from the log of development, where it is a debug message. */
@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class RequestLineTest extends RequestLineTests {
    private final Listener log = new Listener("cobrowse");

    /** Set by {@link OnFakeGenesys}. */
    FakeGenesys genesys;

    @BeforeEach
    void listen() {
        genesys.reset();
        log.begin();
    }

    @AfterEach
    void leave() {
        log.end();
        genesys.reset();
    }

    @Override
    FakeGenesys genesys() {
        return genesys;
    }

    /** The event server of development has no X-Ray. */
    @Override
    JsonNode documented(String heading) {
        return ((ObjectNode) super.documented(heading)).without("traceId");
    }

    @Override
    List<String> linesOf(String event) {
        log.forget();
        given().contentType(ContentType.JSON).body(event).post("/_lambda_");
        // What is told to whoever looks on while developing is no line in Lambda's log.
        return log.lines().stream()
                .filter(line -> !line.matches("[a-z ]+: \\d{3} [a-z-]+ in \\d+ ms.*"))
                .toList();
    }
}
