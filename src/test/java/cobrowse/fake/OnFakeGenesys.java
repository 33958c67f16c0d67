package cobrowse.fake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Points the function at a {@link FakeGenesys}, with little time for a request; tests are given it in a field. */
public class OnFakeGenesys extends Setup {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "genesys.client-id", "fake",
                "genesys.client-secret", "fake",
                "cobrowse.deadline", "PT2S",
                "caller.policy", "any");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Resource.class));
    }

    public static class Resource implements QuarkusTestResourceLifecycleManager {
        private FakeGenesys genesys;

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
