package cobrowse.aws;

import cobrowse.time.Deadline;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

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
        calls.make(() -> api.putItem(input), deadline);
    }

    public void deleteItem(DeleteItem input, Deadline deadline) {
        calls.make(() -> api.deleteItem(input), deadline);
    }

    /** @return the item's attributes, if there is one */
    public Optional<Map<String, Attribute>> getItem(GetItem input, Deadline deadline) {
        var item = AwsJson.read(calls.make(() -> api.getItem(input), deadline)).path("Item");
        return item.isObject() ? Optional.of(AwsJson.item(item)) : Optional.empty();
    }
}
