package cobrowse.waiting;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeTests;
import cobrowse.fake.OnFakeGenesysWithTimeToWait;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits that Genesys asks for, and for which there is time. */
@QuarkusTest
@TestProfile(OnFakeGenesysWithTimeToWait.class)
class WaitsTest extends FakeTests {
    @ParameterizedTest
    @EnumSource(names = {"SEARCH", "START", "FETCH"})
    void waitThatFitsIsObeyed(Call call) {
        genesys.answersOnce(call, Answer.status(429, "Retry-After: 1"));

        var began = System.nanoTime();
        startWithEmail().then().statusCode(201).body(member("fetched", is(true)));

        assertTrue(since(began).compareTo(Duration.ofSeconds(1)) > 0);
        assertEquals(2, genesys.count(call));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 400})
    void rateLimitOfTheTokenEndpointIsWaitedFor(int status) {
        dropTheToken();
        genesys.answersOnce(Call.TOKEN, Answer.json(status, "{\"error\":\"rate_limit_exceeded\"}", "Retry-After: 1"));

        startWithUser().then().statusCode(201);

        assertEquals(2, genesys.count(Call.TOKEN));
    }

    @Test
    void dateAndResetAreUnderstoodToo() {
        var soon = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(1);
        genesys.answersOnce(
                Call.START, Answer.status(429, "Retry-After: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(soon)));
        genesys.answersOnce(Call.FETCH, Answer.status(503, "Retry-After: 0"));
        startWithUser().then().statusCode(201).body(member("fetched", is(true)));

        genesys.answersOnce(Call.START, Answer.status(429, "inin-ratelimit-reset: 1"));
        startWithUser().then().statusCode(201);
    }
}
