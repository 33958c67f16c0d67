package cobrowse.fake;

import java.util.Map;

/**
 * … with time for a wait that Genesys asks for, a second at least, and with a table that nobody can reach: requests
 * without a key do not ask it, and every profile is another start.
 */
public class OnFakeGenesysWithTimeToWait extends OnFakeGenesys {
    @Override
    public Map<String, String> getConfigOverrides() {
        return with(
                super.getConfigOverrides(),
                Map.of(
                        "cobrowse.deadline", "PT2S",
                        "idempotency.table", "cobrowse-idempotency",
                        "aws.region", "eu-central-1",
                        "aws.access-key-id", "fake",
                        "aws.secret-access-key", "fake",
                        "aws.endpoint-url", "http://127.0.0.1:1"));
    }
}
