package cobrowse.idempotency;

import cobrowse.aws.Attribute;
import cobrowse.aws.AwsFailure;
import cobrowse.aws.AwsFailure.ConditionFailed;
import cobrowse.aws.DeleteItem;
import cobrowse.aws.DynamoDb;
import cobrowse.aws.PutItem;
import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.time.Deadline;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A DynamoDB table, shared by all containers. Each write is one conditional call that can be repeated safely. */
class DynamoDbStore implements Store {
    private static final Map<String, String> EXPIRY = Map.of("#id", "id", "#expiresAt", "expiresAt");
    private static final Map<String, String> OWNER = Map.of("#owner", "owner");

    private final DynamoDb dynamoDb;
    private final String table;

    DynamoDbStore(DynamoDb dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<Entry> claim(Entry claim, Instant now, Deadline deadline) {
        // DynamoDB deletes expired items in its own time, within days.
        var put = new PutItem(
                table,
                Items.of(claim),
                "attribute_not_exists(#id) OR #expiresAt <= :now",
                EXPIRY,
                Map.of(":now", Attribute.of(now.getEpochSecond())));
        try {
            dynamoDb.putItem(put, deadline);
            return Optional.empty();
        } catch (ConditionFailed e) {
            // A repeated write meets the first one where only its answer was lost.
            return Optional.of(Items.entry(e.item()))
                    .filter(found -> !found.owner().equals(claim.owner()));
        } catch (AwsFailure e) {
            throw unavailable(e);
        }
    }

    @Override
    public boolean replace(Entry entry, Deadline deadline) {
        try {
            dynamoDb.putItem(new PutItem(table, Items.of(entry), "#owner = :owner", OWNER, owner(entry)), deadline);
            return true;
        } catch (ConditionFailed e) {
            return false;
        } catch (AwsFailure e) {
            throw unavailable(e);
        }
    }

    @Override
    public void remove(Entry entry, Deadline deadline) {
        var key = Map.of("id", Attribute.of(entry.id()));
        try {
            dynamoDb.deleteItem(new DeleteItem(table, key, "#owner = :owner", OWNER, owner(entry)), deadline);
        } catch (ConditionFailed e) {
            // gone, or another's by now
        } catch (AwsFailure e) {
            throw unavailable(e);
        }
    }

    private static Map<String, Attribute> owner(Entry entry) {
        return Map.of(":owner", Attribute.of(entry.owner()));
    }

    private static Failure unavailable(AwsFailure e) {
        return new Failure(
                Code.IDEMPOTENCY_UNAVAILABLE, "The idempotency key cannot be checked now; nothing was started.", e);
    }
}
