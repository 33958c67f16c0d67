package cobrowse.aws;

import cobrowse.fake.OnStandIn;
import java.util.Map;

/** Runs the function with the stand-in in place of AWS, too: a test says what it answers to {@code POST /}. */
public class OnAwsStandIn extends OnStandIn {
    @Override
    public Map<String, String> getConfigOverrides() {
        return with(
                super.getConfigOverrides(),
                Map.of(
                        "aws.region", "eu-central-1",
                        "aws.access-key-id", "stand-in-id",
                        "aws.secret-access-key", "stand-in-key",
                        "aws.session-token", "stand-in-session",
                        "aws.endpoint-url", STAND_IN,
                        "idempotency.table", "cobrowse-idempotency",
                        "genesys.credentials-secret-id", "cobrowse/genesys"));
    }
}
