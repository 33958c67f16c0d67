package cobrowse.resilience;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.fake.Call;
import cobrowse.fake.FakeTests;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that died while nobody looked, as they do while Lambda has frozen the container. */
@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class ThawTest extends FakeTests {
    @AfterEach
    void restoreIdleTimeout() {
        genesys.idleTimeout(Integer.MAX_VALUE);
    }

    @Test
    void connectionsThatWereClosedAreNotUsed() throws IOException {
        startWithUser().then().statusCode(201);
        genesys.hangUp();

        startWithUser().then().statusCode(201).body(member("fetched", is(true)));

        assertEquals(2, genesys.count(Call.START));
    }

    /** A firewall that has forgotten the connection answers the next packet with a reset. */
    @Test
    void connectionsThatDiedSilentlyAreNotUsed() throws InterruptedException {
        genesys.idleTimeout(4_000);
        startWithUser().then().statusCode(201);
        assertTrue(genesys.isIdleFor(Duration.ofMillis(4_200)));

        startWithUser().then().statusCode(201).body(member("fetched", is(true)));

        assertEquals(2, genesys.count(Call.START));
    }
}
