package cobrowse.aws;

import cobrowse.time.Budget;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** DynamoDB, as far as this function needs it. All methods throw an {@link AwsFailure}. */
@Singleton
public class DynamoDb {
    private final DynamoDbApi api;
    private final ResilientCalls calls;

    DynamoDb(Clients clients, ResilientCalls calls) {
        this.api = clients.open(DynamoDbApi.class, Service.DYNAMODB);
        this.calls = calls;
    }

    public void putItem(PutItem input, Budget budget) {
        make(() -> api.putItem(input), budget);
    }

    public void deleteItem(DeleteItem input, Budget budget) {
        make(() -> api.deleteItem(input), budget);
    }

    private void make(Supplier<Uni<String>> call, Budget budget) {
        try {
            calls.make(call, budget);
        } catch (RuntimeException e) {
            throw AwsFailure.of(e);
        }
    }
}
