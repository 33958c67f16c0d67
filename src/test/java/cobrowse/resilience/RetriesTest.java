package cobrowse.resilience;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeTests;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class RetriesTest extends FakeTests {
    @ParameterizedTest
    @CsvSource({"60, 60", "-1, 3", "1000000000, 86400", "1e9, 3", "soon, 3", "99999999999999999999, 86400"})
    void waitThatDoesNotFitIsPassedOn(String asked, String passedOn) {
        genesys.answers(Call.START, Answer.status(429, "Retry-After: " + asked));

        startWithUser()
                .then()
                .statusCode(503)
                .header("Retry-After", passedOn)
                .body(member("code", is("genesys-rate-limited")))
                .body(member("retryable", is(true)));

        assertEquals(1, genesys.count(Call.START));
    }

    @Test
    void readThatFailsOnceIsRepeated() {
        genesys.answersOnce(Call.SEARCH, Answer.status(503));
        genesys.answersOnce(Call.FETCH, Answer.raw("").thenReset());

        startWithEmail().then().statusCode(201).body(member("fetched", is(true)));

        assertEquals(2, genesys.count(Call.SEARCH));
        assertEquals(1, genesys.count(Call.START));
        assertEquals(2, genesys.count(Call.FETCH));
    }

    @Test
    void startIsReplayedWhereNoConnectionWasMade() throws IOException {
        startWithUser().then().statusCode(201);
        genesys.goDown();
        startWithUser()
                .then()
                .statusCode(503)
                .body(member("code", is("genesys-unavailable")))
                .body(member("genesys", nullValue()));
        genesys.comeUp();

        startWithUser().then().statusCode(201);

        assertEquals(2, genesys.count(Call.START));
    }

    /** An attempt of a read that nobody waits for any more would time out after 3 s, and be repeated. */
    @Test
    void nothingIsSentAfterTheAnswer() throws InterruptedException {
        for (var call : List.of(Call.SEARCH, Call.START, Call.FETCH)) {
            genesys.answers(call, Answer.silence());
            startWithEmail();
            genesys.answers(call, call.healthyResponse());
        }

        assertTrue(genesys.isIdleFor(Duration.ofSeconds(3)));
        assertEquals(3, genesys.count(Call.SEARCH));
        assertEquals(2, genesys.count(Call.START));
        assertEquals(1, genesys.count(Call.FETCH));
    }

    @Test
    void permissionThatGenesysNamesIsNamed() {
        var body = "{\"message\":\"You are missing the following permission(s): [conversation:cobrowse:add]\","
                + "\"code\":\"missing.any.permissions\",\"status\":403}";
        genesys.answers(Call.START, Answer.json(403, body, "Genesys-Correlation-Id: fake-2"));

        startWithUser()
                .then()
                .statusCode(502)
                .body(member("code", is("genesys-permission-missing")))
                .body(member(
                        "detail",
                        is("The OAuth client may not start a session with the user:"
                                + " it lacks a permission: conversation:cobrowse:add.")))
                .body(member("genesys.correlationId", is("fake-2")))
                .body(member("genesys.code", is("missing.any.permissions")));
    }
}
