package cobrowse.fake;

import java.util.Map;

/**
 * Leaves time for a wait that Genesys asks for, which is a second at least. Its table cannot be reached: a request without
 * a key does not ask it, so that both needs are met by one start.
 */
public class OnFakeGenesysWithTimeToWait extends OnFakeGenesys {
    @Override
    public Map<String, String> getConfigOverrides() {
        return with(
                super.getConfigOverrides(),
                Map.of(
                        "cobrowse.deadline", "PT5S",
                        "idempotency.table", "cobrowse-idempotency",
                        "aws.region", "eu-central-1",
                        "aws.access-key-id", "fake",
                        "aws.secret-access-key", "fake",
                        "aws.endpoint-url", "http://127.0.0.1:1"));
    }
}
