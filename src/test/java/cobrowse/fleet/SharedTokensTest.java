package cobrowse.fleet;

import static cobrowse.fake.JsonBody.member;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.aws.DynamoDbLocal;
import cobrowse.aws.OnDynamoDbLocal;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** One container and its pool of two tokens, each good for ten requests. */
@QuarkusTest
@TestProfile(OnRationedGenesys.class)
class SharedTokensTest {
    /** Set by {@link OnRationedGenesys}. */
    RationedGenesys genesys;

    DynamoDbLocal dynamoDb;

    @Test
    void tokensAreRenewedWhereTheyAreRejectedAndChangedWhereTheyAreThrottled() {
        start().statusCode(201);
        assertEquals(1, genesys.granted());

        genesys.revokeAll();
        for (var i = 0; i < 20; i++) {
            start().statusCode(201);
        }
        assertEquals(3, genesys.granted());
        assertThat(
                dynamoDb.scan(OnDynamoDbLocal.TABLE),
                allOf(containsString("token#"), not(containsString("fake-")), not(containsString("not-a-secret"))));

        start().statusCode(503)
                .body(member("code", is("genesys-rate-limited")))
                .body(member("retryAfter", is(greaterThan(60))));
        assertEquals(3, genesys.granted());
    }

    private static ValidatableResponse start() {
        return given().contentType(ContentType.JSON)
                .body("{\"userId\":\"user-1\"}")
                .post("/v1/cobrowse-sessions")
                .then();
    }
}
