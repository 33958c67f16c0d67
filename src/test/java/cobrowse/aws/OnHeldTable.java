package cobrowse.aws;

import cobrowse.fake.FakeGenesys;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the function with a {@link FakeGenesys}, and a table on {@link DynamoDbLocal} behind a {@link HeldTable}. */
public class OnHeldTable extends OnFakeGenesys {
    @Override
    public Map<String, String> getConfigOverrides() {
        return with(super.getConfigOverrides(), with(OnDynamoDbLocal.SETTINGS, Map.of("cobrowse.deadline", "PT20S")));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        var resources = new ArrayList<>(super.testResources());
        resources.add(new TestResourceEntry(Table.class));
        return resources;
    }

    public static class Table implements QuarkusTestResourceLifecycleManager {
        private DynamoDbLocal dynamoDb;
        private HeldTable table;

        @Override
        public Map<String, String> start() {
            dynamoDb = DynamoDbLocal.start();
            dynamoDb.createTable(OnDynamoDbLocal.TABLE);
            try {
                table = new HeldTable(dynamoDb.uri());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("aws.endpoint-url-dynamodb", table.uri().toString());
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(dynamoDb, new TestInjector.MatchesType(DynamoDbLocal.class));
            injector.injectIntoFields(table, new TestInjector.MatchesType(HeldTable.class));
        }

        @Override
        public void stop() {
            table.close();
            dynamoDb.close();
        }
    }
}
