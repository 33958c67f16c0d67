package cobrowse.token;

import cobrowse.aws.Attribute;
import cobrowse.aws.AwsFailure.ConditionFailed;
import cobrowse.aws.DeleteItem;
import cobrowse.aws.DynamoDb;
import cobrowse.aws.GetItem;
import cobrowse.aws.PutItem;
import cobrowse.time.Deadline;
import java.util.Map;
import java.util.Optional;

/** The items of the pool. Every method throws an {@link cobrowse.aws.AwsFailure}. */
class Table {
    private static final Map<String, String> VERSION = Map.of("#version", "version");

    private final DynamoDb dynamoDb;
    private final String name;

    Table(DynamoDb dynamoDb, String name) {
        this.dynamoDb = dynamoDb;
        this.name = name;
    }

    Optional<Item> read(String id, Deadline deadline) {
        return dynamoDb.getItem(GetItem.of(name, key(id)), deadline).map(found -> Item.of(id, found));
    }

    /**
     * @param before what was seen
     * @return whether that was still there: only then it is replaced
     */
    boolean replace(Optional<Item> before, Item item, Deadline deadline) {
        var unchanged = Unchanged.since(before);
        try {
            dynamoDb.putItem(
                    new PutItem(name, item.attributes(), unchanged.condition(), VERSION, unchanged.values()), deadline);
            return true;
        } catch (ConditionFailed e) {
            // A repeated write meets the first one where only its response was lost.
            return Item.of(item.id(), e.item()).version().equals(item.version());
        }
    }

    /** @return whether the item was still there as it was: only then it is removed */
    boolean remove(Item item, Deadline deadline) {
        var unchanged = Unchanged.since(Optional.of(item));
        try {
            dynamoDb.deleteItem(
                    new DeleteItem(name, key(item.id()), unchanged.condition(), VERSION, unchanged.values()), deadline);
            return true;
        } catch (ConditionFailed e) {
            return false;
        }
    }

    private static Map<String, Attribute> key(String id) {
        return Map.of("id", Attribute.of(id));
    }

    private record Unchanged(String condition, Map<String, Attribute> values) {
        static Unchanged since(Optional<Item> before) {
            return before.flatMap(Item::version)
                    .map(version -> new Unchanged("#version = :version", Map.of(":version", Attribute.of(version))))
                    // Also where there is no item at all.
                    .orElseGet(() -> new Unchanged(
                            "NOT attribute_type(#version, :string)", Map.of(":string", Attribute.of("S"))));
        }
    }
}
