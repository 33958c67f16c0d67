package cobrowse.resilience;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class RetriesTest extends FakeTests {
    @ParameterizedTest
    @EnumSource(names = {"SEARCH", "START", "FETCH"})
    void waitThatFitsIsObeyed(Call call) {
        genesys.answersOnce(call, Answer.status(429, "Retry-After: 1"));

        var began = System.nanoTime();
        startWithEmail().then().statusCode(201).body("fetched", is(true));

        assertThat(since(began), greaterThan(Duration.ofSeconds(1)));
        assertThat(genesys.count(call), is(2));
    }

    @Test
    void dateAndResetAreUnderstoodToo() {
        var soon = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(1);
        genesys.answersOnce(
                Call.START, Answer.status(429, "Retry-After: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(soon)));
        genesys.answersOnce(Call.FETCH, Answer.status(503, "Retry-After: 0"));
        startWithUser().then().statusCode(201).body("fetched", is(true));

        genesys.answersOnce(Call.START, Answer.status(429, "inin-ratelimit-reset: 1"));
        startWithUser().then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "-1, 3", "1000000000, 86400", "1e9, 3", "soon, 3", "99999999999999999999, 86400"})
    void waitThatDoesNotFitIsPassedOn(String asked, String passedOn) {
        genesys.answers(Call.START, Answer.status(429, "Retry-After: " + asked));

        var began = System.nanoTime();
        startWithUser()
                .then()
                .statusCode(503)
                .header("Retry-After", passedOn)
                .body("code", is("genesys-rate-limited"))
                .body("retryable", is(true));

        assertThat(since(began), lessThan(BUDGET));
        assertThat(genesys.count(Call.START), is(1));
    }

    @Test
    void readThatFailsOnceIsRepeated() {
        genesys.answersOnce(Call.SEARCH, Answer.status(503));
        genesys.answersOnce(Call.FETCH, Answer.raw("").thenReset());

        startWithEmail().then().statusCode(201).body("fetched", is(true));

        assertThat(genesys.count(Call.SEARCH), is(2));
        assertThat(genesys.count(Call.START), is(1));
        assertThat(genesys.count(Call.FETCH), is(2));
    }

    @Test
    void startIsReplayedWhereNoConnectionWasMade() throws IOException {
        startWithUser().then().statusCode(201);
        genesys.goDown();
        startWithUser()
                .then()
                .statusCode(503)
                .body("code", is("genesys-unavailable"))
                .body("genesys", nullValue());
        genesys.comeUp();

        startWithUser().then().statusCode(201);

        assertThat(genesys.count(Call.START), is(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEARCH", "START", "FETCH"})
    void nothingIsSentAfterTheAnswer(Call call) throws InterruptedException {
        genesys.answers(call, Answer.silence());
        var began = System.nanoTime();
        startWithEmail();
        assertThat(since(began), lessThan(BUDGET.plusMillis(500)));
        genesys.requests().clear();

        assertThat(genesys.requests().poll(3, TimeUnit.SECONDS), is(nullValue()));
    }

    @Test
    void permissionThatGenesysNamesIsNamed() {
        var body = "{\"message\":\"You are missing the following permission(s): [conversation:cobrowse:add]\","
                + "\"code\":\"missing.any.permissions\",\"status\":403}";
        genesys.answers(Call.START, Answer.json(403, body, "Genesys-Correlation-Id: fake-2"));

        startWithUser()
                .then()
                .statusCode(502)
                .body("code", is("genesys-permission-missing"))
                .body(
                        "detail",
                        is("The OAuth client may not start a session with the user:"
                                + " it lacks a permission: conversation:cobrowse:add."))
                .body("genesys.correlationId", is("fake-2"))
                .body("genesys.code", is("missing.any.permissions"));
    }
}
