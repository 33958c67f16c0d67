package cobrowse.resilience;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
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
        "'\"scope\":\"\"', 1"
    })
    void tokenIsKeptAsLongAsItLives(String lifetime, int logins) {
        dropTheToken();
        genesys.answers(Call.TOKEN, Answer.json(200, "{\"access_token\":\"fake\"," + lifetime + "}"));

        for (var i = 0; i < 3; i++) {
            startWithUser().then().statusCode(201).body("fetched", is(true));
        }

        assertEquals(logins, genesys.count(Call.TOKEN));
    }

    @Test
    void tokenRevokedBetweenTwoCallsIsRenewedForTheSecond() {
        startWithUser().then().statusCode(201);
        genesys.reset();
        genesys.answersOnce(Call.FETCH, Answer.status(401));

        startWithUser().then().statusCode(201).body("fetched", is(true));

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
                .body("code", is("genesys-credentials-rejected"))
                .body(
                        "detail",
                        is("Genesys Cloud rejects the client credentials:"
                                + " check client ID, client secret and region."))
                .body("genesys.code", is("invalid_client"));

        assertEquals(1, genesys.count(Call.TOKEN));
        assertEquals(0, genesys.count(Call.START));
    }

    /** The only way from outside: a token that lives no time at all is not kept. */
    private void dropTheToken() {
        genesys.answersOnce(Call.FETCH, Answer.status(401));
        genesys.answers(Call.TOKEN, Answer.json(200, "{\"access_token\":\"fake\",\"expires_in\":0}"));
        fetch().then().statusCode(200);
        genesys.reset();
    }
}
