package cobrowse.waiting;

import static cobrowse.fake.JsonBody.member;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cobrowse.fake.Call;
import cobrowse.fake.FakeTests;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A Genesys that answers no SYN: a start that never left is not called sent, and does not leave later. A first attempt ends
 * by the limit of a connection, which is two seconds, and the next one by the deadline. Whatever is answered is answered in
 * time: Genesys is silent until then.
 */
@QuarkusTest
@TestProfile(NeverConnectedTest.ThreeSeconds.class)
class NeverConnectedTest extends FakeTests {
    public static class ThreeSeconds extends OnFakeGenesys {
        @Override
        public Map<String, String> getConfigOverrides() {
            return with(super.getConfigOverrides(), Map.of("cobrowse.deadline", "PT3S"));
        }
    }

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void tokenIsThere() throws IOException {
        startWithUser().then().statusCode(201);
        genesys.fallSilent();
        genesys.reset();
    }

    @AfterEach
    void speakAgain() throws IOException {
        genesys.goDown();
        genesys.comeUp();
    }

    @Test
    void startThatNeverLeftFreesTheKeyAndNeverLeavesLater() throws Exception {
        neverConnected(startWithUser(key));

        genesys.speakUp();
        assertNull(genesys.requests().poll(3, TimeUnit.SECONDS), "sent later");

        startWithUser(key).then().statusCode(201).body(member("id", is("session-1")));
        assertEquals(1, genesys.count(Call.START));
        assertEquals(1, genesys.openConnections(), "open connections");
    }

    @Test
    void readThatNeverLeftNeverLeavesLater() throws Exception {
        neverConnected(fetch());
        neverConnected(given().delete(PATH + "/session-1?deploymentId=d"));

        genesys.speakUp();
        assertNull(genesys.requests().poll(3, TimeUnit.SECONDS), "sent later");

        fetch().then().statusCode(200);
        assertEquals(1, genesys.openConnections(), "open connections");
    }

    private void neverConnected(Response response) {
        response.then()
                .statusCode(oneOf(503, 504))
                .body(member("code", oneOf("genesys-unavailable", "genesys-timeout")))
                .body(member("retryable", is(true)));
    }
}
