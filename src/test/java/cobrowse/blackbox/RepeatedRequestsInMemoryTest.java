package cobrowse.blackbox;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.fake.OnStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** … and what is the same wherever keys are remembered. */
@QuarkusTest
@TestProfile(OnStandIn.class)
class RepeatedRequestsInMemoryTest extends RepeatedRequestsTests {
    @Test
    void requestIsTheSameHoweverItIsWritten() {
        var first = start("{\"userId\":\"user-alice\",\"type\":\"standard\"}", key);
        var second = start("{ \"initiatorId\": null, \"userId\": \"user-alice\" }", key);

        assertEquals(first.asString(), second.asString());
        genesys.verifyThat(1, startWithUser());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ü"})
    void whatIsNoKeyIsRefused(String key) {
        start(ALICE, key)
                .then()
                .statusCode(400)
                .body(member("code", is("invalid-request")))
                .body(member("violations[0].field", is("Idempotency-Key")));
        genesys.verifyThat(0, startWithUser());
    }

    @Test
    void directInvocationHasItsKeyInTheRequest() {
        var request = "{\"email\":\"alice@example.com\",\"idempotencyKey\":\"" + key + "\"}";
        var first = invoke(request);

        first.then().statusCode(200);
        assertEquals(first.asString(), invoke(request).asString());
        genesys.verifyThat(1, startWithUser());

        invoke(request.replace("alice", "bob"))
                .then()
                .statusCode(500)
                .body(member("errorType", is("idempotency-key-reused")));
        invoke("{\"email\":\"alice@example.com\",\"idempotencyKey\":\"a b\"}")
                .then()
                .body(member("errorMessage", member("violations[0].field", is("idempotencyKey"))));
    }
}
