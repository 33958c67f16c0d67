package cobrowse.aws;

import java.util.Map;

/** Runs the function with a table of tokens that answers what a test says. */
public class OnTokenTableStandIn extends OnAwsStandIn {
    @Override
    public Map<String, String> getConfigOverrides() {
        return with(
                super.getConfigOverrides(),
                Map.of(
                        "token.table", "cobrowse",
                        "token.pool-size", "2",
                        "genesys.credentials-secret-id", "",
                        "idempotency.table", ""));
    }
}
