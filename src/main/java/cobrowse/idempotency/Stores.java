package cobrowse.idempotency;

import cobrowse.aws.DynamoDb;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Chooses the store when the function starts; DynamoDB's client is made only where it is the one. */
class Stores {
    private static final int CAPACITY = 1_000;

    @Produces
    @Startup
    @Singleton
    Store store(IdempotencyConfig config, Instance<DynamoDb> dynamoDb) {
        return config.table()
                .map(Stores::name)
                .<Store>map(table -> new DynamoDbStore(dynamoDb.get(), table))
                .orElseGet(() -> new MemoryStore(CAPACITY));
    }

    private static String name(String table) {
        if (!table.matches("[A-Za-z0-9_.-]{3,255}")) {
            throw new ConfigurationException("IDEMPOTENCY_TABLE is '" + table
                    + "', but must be the name of a DynamoDB table: 3 to 255 letters, digits, _, . or -.");
        }
        return table;
    }
}
