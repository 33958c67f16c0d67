package cobrowse.blackbox;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Points the native executable at the stand-in, as application.properties does for development and test. */
public class OnStandIn implements QuarkusTestResourceLifecycleManager {
    private static final String STAND_IN = "http://localhost:${quarkus.wiremock.devservices.port}";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "genesys.login-url", STAND_IN,
                "genesys.api-url", STAND_IN,
                "genesys.client-id", "stand-in",
                "genesys.client-secret", "stand-in",
                "caller.policy", "any");
    }

    @Override
    public void stop() {}
}
