package cobrowse.resilience;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeTests;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class LifeOfATokenTest extends FakeTests {
    /** Every request makes two calls with a token: start and fetch. */
    @ParameterizedTest
    @CsvSource({
        "'\"expires_in\":172800', 1",
        "'\"expires_in\":300', 1",
        "'\"expires_in\":5', 1",
        "'\"expires_in\":0', 6",
        "'\"expires_in\":-1', 6",
        "'\"scope\":\"\"', 1",
        "'\"expires_in\":\"86400\"', 1",
        "'\"expires_in\":\"abc\"', 1",
        "'\"expires_in\":\"\"', 1",
        "'\"expires_in\":{}', 1",
        "'\"expires_in\":[86400]', 1",
        "'\"expires_in\":null', 1",
        "'\"expires_in\":true', 1",
        "'\"expires_in\":1e400', 1",
        "'\"expires_in\":99999999999999999999', 1",
        "'\"expires_in\":3599.5', 1"
    })
    void tokenIsKeptAsLongAsItLives(String lifetime, int logins) {
        dropTheToken();
        genesys.answers(Call.TOKEN, Answer.json(200, "{\"access_token\":\"fake\"," + lifetime + "}"));

        for (var i = 0; i < 3; i++) {
            startWithUser().then().statusCode(201).body(member("fetched", is(true)));
        }

        assertEquals(logins, genesys.count(Call.TOKEN));
    }

    @Test
    void tokenRevokedBetweenTwoCallsIsRenewedForTheSecond() {
        startWithUser().then().statusCode(201);
        genesys.reset();
        genesys.answersOnce(Call.FETCH, Answer.status(401));

        startWithUser().then().statusCode(201).body(member("fetched", is(true)));

        assertEquals(1, genesys.count(Call.TOKEN));
        assertEquals(1, genesys.count(Call.START));
        assertEquals(2, genesys.count(Call.FETCH));
    }

    @Test
    void clientThatIsRejectedIsSaidToBe() {
        dropTheToken();
        genesys.answers(
                Call.TOKEN, Answer.json(400, "{\"error\":\"invalid_client\",\"description\":\"client not found\"}"));

        startWithUser()
                .then()
                .statusCode(502)
                .body(member("code", is("genesys-credentials-rejected")))
                .body(
                        member(
                                "detail",
                                is(
                                        "Genesys Cloud rejects the client credentials: check client ID, client secret, region and, where the"
                                                + " organisation restricts them, the addresses that the client may call from.")))
                .body(member("genesys.code", is("invalid_client")));

        assertEquals(1, genesys.count(Call.TOKEN));
        assertEquals(0, genesys.count(Call.START));
    }

    /** Genesys limits how many tokens are made, in either of these ways. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | {}",
                "429 | {'error':'invalid_client'}",
                "400 | {'error':'invalid_request','description':'rate limit exceeded; wait','error_description':'rate limit exceeded; wait'}",
                "400 | {'error':'invalid_request','description':'Rate Limit Exceeded'}",
                "400 | {'error':'invalid_request','error_description':'RATE LIMIT EXCEEDED for this client'}",
                "400 | {'error':'rate_limit_exceeded'}",
                "400 | {'error':'rate-limited'}",
                "400 | {'error':'rateLimit'}",
                "400 | {'error':'too_many_requests'}",
                "400 | {'error':'invalid_request','error_description':'Too many requests'}"
            })
    void rateLimitOfTheTokenEndpointIsSaidToBeOne(int status, String body) {
        dropTheToken();
        genesys.answers(Call.TOKEN, Answer.json(status, body.replace('\'', '"')));
        startWithUser()
                .then()
                .statusCode(503)
                .header("Retry-After", "3")
                .body(member("retryAfter", is(3)))
                .body(member("code", is("genesys-rate-limited")))
                .body(member("retryable", is(true)));
        assertEquals(1, genesys.count(Call.TOKEN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'error':'invalid_request','description':'unknown grant'}",
                "400 | {'error':'invalid_client','message':'rate limit'}",
                "400 | rate limit exceeded",
                "401 | {'error':'invalid_client','description':'rate limit exceeded'}"
            })
    void otherRefusalOfTheTokenEndpointIsNoRateLimit(int status, String body) {
        dropTheToken();
        genesys.answers(Call.TOKEN, Answer.json(status, body.replace('\'', '"')));

        startWithUser().then().statusCode(502).body(member("code", is("genesys-credentials-rejected")));
    }
}
