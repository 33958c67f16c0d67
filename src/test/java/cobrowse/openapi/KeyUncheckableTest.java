package cobrowse.openapi;

import static cobrowse.openapi.DocumentedFunction.body;
import static cobrowse.openapi.DocumentedFunction.given;
import static cobrowse.openapi.DocumentedFunction.start;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The one failure that takes a table nobody can reach. */
@QuarkusTest
@TestProfile(KeyUncheckableTest.NoTable.class)
class KeyUncheckableTest {
    public static class NoTable extends OnFakeGenesys {
        @Override
        public Map<String, String> getConfigOverrides() {
            return with(
                    super.getConfigOverrides(),
                    Map.of(
                            "idempotency.table", "cobrowse-idempotency",
                            "aws.region", "eu-central-1",
                            "aws.access-key-id", "fake",
                            "aws.secret-access-key", "fake",
                            "aws.endpoint-url", "http://127.0.0.1:1"));
        }
    }

    @Test
    void keyCannotBeCheckedAsInTheExample() {
        var refused = start(given().header("Idempotency-Key", "key-1"), "{\"userId\":\"user-1\"}");

        assertThat(body(refused), is(Document.at("components", "examples", "IdempotencyUnavailable", "value")));
    }
}
