package cobrowse.aws;

import cobrowse.fake.OnStandIn;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/** Runs the function, in the JVM or natively, with a table on {@link DynamoDbLocal}. */
public class OnDynamoDbLocal extends OnStandIn {
    public static final String TABLE = "cobrowse-idempotency";

    public static final Map<String, String> SETTINGS = Map.of(
            "aws.region", "eu-central-1",
            "aws.access-key-id", "test",
            "aws.secret-access-key", "test",
            "idempotency.table", TABLE);

    @Override
    public Map<String, String> getConfigOverrides() {
        return with(super.getConfigOverrides(), SETTINGS);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Resource.class));
    }

    public static class Resource implements QuarkusTestResourceLifecycleManager {
        private DynamoDbLocal dynamoDb;

        @Override
        public Map<String, String> start() {
            dynamoDb = DynamoDbLocal.start();
            dynamoDb.createTable(TABLE);
            return Map.of("aws.endpoint-url-dynamodb", dynamoDb.uri().toString());
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(dynamoDb, new TestInjector.MatchesType(DynamoDbLocal.class));
        }

        @Override
        public void stop() {
            dynamoDb.close();
        }
    }
}
