package cobrowse.waiting;

import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;

/** The same with more time than a connection may take. */
@QuarkusTest
@TestProfile(NeverConnectedInThreeSecondsTest.ThreeSeconds.class)
class NeverConnectedInThreeSecondsTest extends NeverConnectedTest {
    public static class ThreeSeconds extends OnFakeGenesys {
        @Override
        public Map<String, String> getConfigOverrides() {
            return with(super.getConfigOverrides(), Map.of("cobrowse.deadline", "PT3S"));
        }
    }

    @Override
    Duration deadline() {
        return Duration.ofSeconds(3);
    }
}
