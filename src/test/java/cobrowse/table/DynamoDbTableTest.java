package cobrowse.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.aws.DynamoDb;
import cobrowse.aws.OnDynamoDbLocal;
import cobrowse.time.Deadline;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OnDynamoDbLocal.class)
class DynamoDbTableTest extends TableTests {
    private static final Deadline PLENTY = new Deadline(Duration.ofMinutes(1), System::nanoTime);

    @Inject
    DynamoDb dynamoDb;

    @Override
    Table table() {
        return new DynamoDbTable(dynamoDb, OnDynamoDbLocal.TABLE);
    }

    /** Of another application, or broken. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'owner': {'N': '7'}, 'step': {'N': '0'}, 'until': {'N': '1'}, 'expiresAt': {'N': '1'}",
                "'owner': {'S': 'o'}",
                "'owner': {'S': 'o'}, 'step': {'S': 'x'}, 'until': {'N': '1'}, 'expiresAt': {'N': '1'}",
                "'owner': {'S': 'o'}, 'step': {'N': '0'}, 'until': {'N': '1.5'}, 'expiresAt': {'N': '1'}",
                "'owner': {'S': 'o'}, 'step': {'N': '0'}, 'until': {'N': '1'}, 'expiresAt': {'N': '1e30'}",
                "'owner': {'S': 'o'}, 'step': {'N': '-7'}, 'until': {'N': '1'}, 'expiresAt': {'N': '1'}"
            })
    void itemOfOthersIsForeignAndCanBeReplaced(String attributes) throws Exception {
        var id = UUID.randomUUID().toString();
        var members = attributes.isEmpty() ? "" : ", " + attributes;
        var input = "{'TableName': '%s', 'Item': {'id': {'S': '%s'}%s}}".formatted(OnDynamoDbLocal.TABLE, id, members);
        dynamoDb.call("PutItem", new ObjectMapper().readTree(input.replace('\'', '"')), PLENTY);

        var found = table().find(id, PLENTY);

        assertTrue(found.orElseThrow().isForeign());
        var ours = new Item(id, "mine", 0, Instant.EPOCH, Instant.EPOCH, Map.of());
        assertEquals(Optional.empty(), table().put(ours, found, PLENTY));
    }
}
