package cobrowse.fake;

import java.util.Map;

/** Points the function at the stand-in for Genesys, as application.properties does for development. */
public class OnStandIn extends Setup {
    protected static final String STAND_IN = "http://localhost:${quarkus.wiremock.devservices.port}";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "genesys.login-url", STAND_IN,
                "genesys.api-url", STAND_IN,
                "genesys.client-id", "stand-in",
                "genesys.client-secret", "stand-in",
                "caller.policy", "any");
    }
}
