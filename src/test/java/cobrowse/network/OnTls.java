package cobrowse.network;

import cobrowse.fake.Certificates;
import cobrowse.fake.ConnectProxy;
import cobrowse.fake.FakeGenesys;
import cobrowse.fake.Setup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * A fake Genesys behind TLS, with an authority of its own: the log-in host {@code localhost} through a proxy, the API at
 * {@code 127.0.0.1} without; each under a path, as a gateway has it.
 */
public class OnTls extends Setup {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("genesys.client-id", "fake", "genesys.client-secret", "fake", "caller.policy", "any");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Resource.class));
    }

    /** Gives tests what was made in fields. */
    public static class Resource implements QuarkusTestResourceLifecycleManager {
        private FakeGenesys genesys;
        private ConnectProxy proxy;
        private Certificates certificates;

        @Override
        public Map<String, String> start() {
            try {
                genesys = new FakeGenesys();
                proxy = new ConnectProxy();
                certificates = new Certificates();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of(
                    "genesys.login-url", "https://localhost:" + genesys.port() + "/gateway/login",
                    "genesys.api-url", "https://127.0.0.1:" + genesys.port() + "/gateway/",
                    "ssl.cert-file", certificates.pem(),
                    "https.proxy", "http://us%65r:p%40s:s@127.0.0.1:" + proxy.port(),
                    "no.proxy", "example.com, 127.0.0.1");
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(genesys, new TestInjector.MatchesType(FakeGenesys.class));
            injector.injectIntoFields(proxy, new TestInjector.MatchesType(ConnectProxy.class));
            injector.injectIntoFields(certificates, new TestInjector.MatchesType(Certificates.class));
        }

        @Override
        public void stop() {
            try {
                genesys.close();
                proxy.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
