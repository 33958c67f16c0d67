package cobrowse.aws;

import cobrowse.time.Deadline;
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

    public void putItem(PutItem input, Deadline deadline) {
        make(() -> api.putItem(input), deadline);
    }

    public void deleteItem(DeleteItem input, Deadline deadline) {
        make(() -> api.deleteItem(input), deadline);
    }

    private void make(Supplier<Uni<String>> call, Deadline deadline) {
        try {
            calls.make(call, deadline);
        } catch (RuntimeException e) {
            throw AwsFailure.of(e);
        }
    }
}
