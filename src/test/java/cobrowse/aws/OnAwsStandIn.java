package cobrowse.aws;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** Runs the function with the stand-in in place of AWS, too: a test says what it answers to {@code POST /}. */
public class OnAwsStandIn implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Resource.class));
    }

    public static class Resource implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            return Map.of(
                    "aws.region", "eu-central-1",
                    "aws.access-key-id", "stand-in-id",
                    "aws.secret-access-key", "stand-in-key",
                    "aws.session-token", "stand-in-session",
                    "aws.endpoint-url", "http://localhost:${quarkus.wiremock.devservices.port}",
                    "idempotency.table", "cobrowse-idempotency",
                    "genesys.credentials-secret-id", "cobrowse/genesys");
        }

        @Override
        public void stop() {}
    }
}
