package cobrowse.resilience;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import cobrowse.fake.Call;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that died while nobody looked, as they do while Lambda has frozen the container. */
@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class ThawTest extends FakeTests {
    @AfterEach
    void patientAgain() {
        genesys.forgetsConnectionsAfter(Integer.MAX_VALUE);
    }

    @Test
    void connectionsThatWereClosedAreNotUsed() throws IOException {
        startWithUser().then().statusCode(201);
        genesys.hangUp();

        startWithUser().then().statusCode(201).body("fetched", is(true));

        assertThat(genesys.count(Call.START), is(2));
    }

    /** A firewall that has forgotten the connection answers the next packet with a reset. */
    @Test
    void connectionsThatDiedSilentlyAreNotUsed() throws InterruptedException {
        genesys.forgetsConnectionsAfter(4_500);
        startWithUser().then().statusCode(201);
        genesys.requests().clear();
        assertThat("silence", genesys.requests().poll(5, TimeUnit.SECONDS), is(nullValue()));

        startWithUser().then().statusCode(201).body("fetched", is(true));

        assertThat(genesys.count(Call.START), is(2));
    }
}
