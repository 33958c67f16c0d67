package cobrowse.telemetry;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.fake.OnStandInForCallers;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The documented line of a request that its caller may not make, which takes a function that asks who calls. */
@QuarkusTest
@TestProfile(OnStandInForCallers.class)
class RefusedCallerLineTest {
    private final Listener log = new Listener("cobrowse");

    @BeforeEach
    void listen() {
        log.begin();
    }

    @AfterEach
    void leave() {
        log.end();
    }

    @Test
    void lineIsAsDocumented() {
        // The first may be what the container was started for.
        invoke();
        log.forget();
        invoke();

        var line = log.lines().stream()
                .filter(each -> each.contains("\"event\":\"request\""))
                .findFirst()
                .orElseThrow();
        // The event server of development has no X-Ray.
        var documented = ((ObjectNode) DocumentedLines.under("The caller may not do this")).without("traceId");
        assertEquals(
                documented, DocumentedLines.withoutMetrics(DocumentedLines.comparable(DocumentedLines.parse(line))));
    }

    private static void invoke() {
        given().contentType(ContentType.JSON)
                .body(Events.http("POST", "", "{'userId':'user-1'}"))
                .post("/_lambda_");
    }
}
