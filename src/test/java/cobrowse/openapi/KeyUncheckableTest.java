package cobrowse.openapi;

import static cobrowse.openapi.DocumentedFunction.body;
import static cobrowse.openapi.DocumentedFunction.given;
import static cobrowse.openapi.DocumentedFunction.start;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.fake.OnFakeGenesysWithTimeToWait;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** The one failure that takes a table nobody can reach. */
@QuarkusTest
@TestProfile(OnFakeGenesysWithTimeToWait.class)
class KeyUncheckableTest {
    @Test
    void keyCannotBeCheckedAsInTheExample() {
        var refused = start(given().header("Idempotency-Key", "key-1"), "{\"userId\":\"user-1\"}");

        assertEquals(Document.at("components", "examples", "IdempotencyUnavailable", "value"), body(refused));
    }
}
