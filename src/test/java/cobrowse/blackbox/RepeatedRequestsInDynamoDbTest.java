package cobrowse.blackbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.aws.DynamoDbLocal;
import cobrowse.aws.OnDynamoDbLocal;
import cobrowse.fake.JsonBody;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnDynamoDbLocal.class)
class RepeatedRequestsInDynamoDbTest extends RepeatedRequestsTests {
    /** Set by {@link OnDynamoDbLocal}. */
    DynamoDbLocal dynamoDb;

    @Test
    void whatIsStoredTellsNeitherAddressNorKeyNorToken() {
        var id = JsonBody.<String>member(start(ALICE, key), "id");

        var stored = dynamoDb.scan(OnDynamoDbLocal.TABLE);
        assertTrue(stored.contains(id), stored);
        for (var secret : List.of("alice@example.com", key, "Bearer", "stand-in-")) {
            assertFalse(stored.contains(secret), stored);
        }
    }
}
