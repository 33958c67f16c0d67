package cobrowse.fake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Points the function at a {@link FakeGenesys}, with little time for a request: many tests spend all of it. */
public class OnFakeGenesys extends Setup {
    /** Enough for two retries of a read, whatever their jitter, on a busy machine. */
    public static final Duration DEADLINE = Duration.ofMillis(1_500);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "genesys.client-id", "fake",
                "genesys.client-secret", "fake",
                "cobrowse.deadline", DEADLINE.toString(),
                "caller.policy", "any");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Resource.class));
    }

    /** Gives tests the fake in a field. */
    public static class Resource implements QuarkusTestResourceLifecycleManager {
        protected FakeGenesys genesys;

        @Override
        public Map<String, String> start() {
            try {
                genesys = new FakeGenesys();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("genesys.login-url", genesys.url(), "genesys.api-url", genesys.url());
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(genesys, new TestInjector.MatchesType(FakeGenesys.class));
        }

        @Override
        public void stop() {
            try {
                genesys.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
