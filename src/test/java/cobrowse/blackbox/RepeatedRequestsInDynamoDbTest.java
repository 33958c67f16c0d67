package cobrowse.blackbox;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import cobrowse.aws.DynamoDbLocal;
import cobrowse.aws.OnDynamoDbLocal;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnDynamoDbLocal.class)
class RepeatedRequestsInDynamoDbTest extends RepeatedRequestsTests {
    /** Set by {@link OnDynamoDbLocal}. */
    DynamoDbLocal dynamoDb;

    @Test
    void whatIsStoredTellsNeitherAddressNorKeyNorToken() {
        var id = start(ALICE, key).<String>path("id");

        var stored = dynamoDb.scan(OnDynamoDbLocal.TABLE);
        assertThat(stored, containsString(id));
        assertThat(
                stored,
                allOf(
                        not(containsString("alice@example.com")),
                        not(containsString(key)),
                        not(containsString("Bearer")),
                        not(containsString("stand-in-"))));
    }
}
