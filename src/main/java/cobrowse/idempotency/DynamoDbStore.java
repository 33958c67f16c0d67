package cobrowse.idempotency;

import cobrowse.aws.Attribute;
import cobrowse.aws.AwsFailure;
import cobrowse.aws.AwsFailure.ConditionFailed;
import cobrowse.aws.DeleteItem;
import cobrowse.aws.DynamoDb;
import cobrowse.aws.GetItem;
import cobrowse.aws.PutItem;
import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.idempotency.Entry.State;
import cobrowse.time.Deadline;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A DynamoDB table, shared by all containers. Each write is one conditional call that can be repeated safely. */
class DynamoDbStore implements Store {
    private static final Map<String, String> EXPIRY = Map.of("#id", "id", "#expiresAt", "expiresAt");

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
        return ask(() -> {
            try {
                dynamoDb.putItem(put, deadline);
                return Optional.empty();
            } catch (ConditionFailed e) {
                // A repeated write meets the first one where only its response was lost.
                return Optional.of(Items.entry(e.item()))
                        .filter(found -> !found.owner().equals(claim.owner()));
            }
        });
    }

    @Override
    public Optional<Entry> find(String id, Deadline deadline) {
        return ask(() -> dynamoDb.getItem(GetItem.of(table, key(id)), deadline).map(Items::entry));
    }

    @Override
    public boolean replace(Entry entry, Deadline deadline) {
        var owned = new Owned(entry.owner(), entry.state().predecessors());
        return ask(() -> {
            try {
                dynamoDb.putItem(
                        new PutItem(table, Items.of(entry), owned.condition(), Owned.NAMES, owned.values()), deadline);
                return true;
            } catch (ConditionFailed e) {
                return false;
            }
        });
    }

    @Override
    public void remove(Entry entry, Deadline deadline) {
        var owned = new Owned(entry.owner(), Entry.IN_PROGRESS);
        ask(() -> {
            try {
                dynamoDb.deleteItem(
                        new DeleteItem(table, key(entry.id()), owned.condition(), Owned.NAMES, owned.values()),
                        deadline);
                return true;
            } catch (ConditionFailed e) {
                // gone, or another's by now
                return false;
            }
        });
    }

    private static Map<String, Attribute> key(String id) {
        return Map.of("id", Attribute.of(id));
    }

    private static <T> T ask(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsFailure e) {
            throw new Failure(
                    Code.IDEMPOTENCY_UNAVAILABLE, "The idempotency key cannot be checked now; nothing was started.", e);
        }
    }

    /** The condition that an entry is its owner's, and in one of these states. */
    private record Owned(String owner, Set<State> states) {
        static final Map<String, String> NAMES = Map.of("#owner", "owner", "#state", "state");

        String condition() {
            return "#owner = :owner AND #state IN ("
                    + String.join(", ", states.stream().map(Owned::name).toList()) + ")";
        }

        Map<String, Attribute> values() {
            var values = new HashMap<String, Attribute>();
            values.put(":owner", Attribute.of(owner));
            states.forEach(state -> values.put(name(state), Attribute.of(state.name())));
            return values;
        }

        private static String name(State state) {
            return ":" + state.name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
