package cobrowse.fleet;

import cobrowse.aws.OnDynamoDbLocal;
import cobrowse.fake.Setup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs the function with a pool of two tokens, on a Genesys with limits. */
public class OnRationedGenesys extends Setup {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "genesys.client-id", "client",
                "genesys.client-secret", "not-a-secret",
                "caller.policy", "any",
                "aws.region", "eu-central-1",
                "aws.access-key-id", "test",
                "aws.secret-access-key", "test",
                "token.table", OnDynamoDbLocal.TABLE,
                "token.pool-size", "2");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(OnDynamoDbLocal.Resource.class), new TestResourceEntry(Genesys.class));
    }

    public static class Genesys implements QuarkusTestResourceLifecycleManager {
        private RationedGenesys genesys;

        @Override
        public Map<String, String> start() {
            try {
                genesys = new RationedGenesys(RationedGenesys.Refusal.TOO_MANY_REQUESTS, 10, Duration.ofHours(1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("genesys.login-url", genesys.url(), "genesys.api-url", genesys.url());
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(genesys, new TestInjector.MatchesType(RationedGenesys.class));
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
