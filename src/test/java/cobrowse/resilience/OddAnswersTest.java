package cobrowse.resilience;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeTests;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are strange, but say what is needed. */
@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class OddAnswersTest extends FakeTests {
    @ParameterizedTest
    @EnumSource(names = {"TOKEN", "SEARCH", "START", "FETCH"})
    void jsonIsReadUnderWhateverTypeOrNone(Call call) {
        genesys.answersOnce(Call.FETCH, Answer.status(401));
        var json = call.json();
        genesys.answers(call, Answer.raw("HTTP/1.1 200 OK\r\nContent-Length: " + json.length() + "\r\n\r\n" + json));
        startWithEmail().then().statusCode(201).body(member("fetched", is(true)));

        for (var type : List.of("text/plain", "", "garbage", "application/json, text/html")) {
            genesys.answers(call, Answer.http(200, type, json));
            startWithEmail().then().statusCode(201).body(member("fetched", is(true)));
        }
    }

    @Test
    void refusalIsUnderstoodUnderWhateverType() {
        genesys.answersOnce(Call.START, Answer.http(401, "garbage", ""));
        startWithUser().then().statusCode(201);
        assertEquals(1, genesys.count(Call.TOKEN));

        genesys.answers(Call.START, Answer.http(404, "", "<p>"));
        startWithUser().then().statusCode(404).body(member("code", is("target-not-found")));
    }

    @Test
    void blankMembersCountAsLeftOut() {
        genesys.answers(
                Call.START,
                Answer.json(
                        200,
                        "{\"id\":\"session-1\",\"joinCode\":\"1\",\"type\":\"\",\"initiatorId\":\" \",\"dateOfferEnds\":\"\"}"));

        start("{\"userId\":\"user-1\",\"initiatorId\":\"agent-1\"}")
                .then()
                .statusCode(201)
                .body(member("type", is("standard")))
                .body(member("initiatorId", is("agent-1")))
                .body(member("dateOfferEnds", nullValue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"session-1\",\"state\":{\"name\":\"new\"},\"joinUrl\":[1],\"unknown\":1}",
                "{\"id\":\"session-1\",\"joinUrl\":\"\",\"joinCode\":\" \"}",
                "{\"id\":\"session-1\",\"joinUrl\":null,\"createdTimestamp\":17}"
            })
    void sessionThatWasStartedIsFetchedWhateverElseIsSaidOfIt(String session) {
        genesys.answers(Call.START, Answer.json(200, session));

        startWithUser()
                .then()
                .statusCode(201)
                .body(member("joinUrl", is("https://join.example/1")))
                .body(member("state", nullValue()))
                .body(member("fetched", is(true)));
    }

    @Test
    void anotherSessionIsNotTheOneThatWasAskedFor() {
        genesys.answers(
                Call.FETCH, Answer.json(200, "{\"id\":\"of-a-stranger\",\"joinUrl\":\"https://join.example/2\"}"));

        fetch().then()
                .statusCode(502)
                .body(member("code", is("genesys-rejected")))
                .body(member("joinUrl", nullValue()));
    }

    /** Genesys sends these headers with ordinary answers, too. */
    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void resetOfTheCountDelaysNoRetryButOfA429(int status) {
        genesys.answersOnce(Call.FETCH, Answer.status(status, "inin-ratelimit-count: 3", "inin-ratelimit-reset: 61"));

        startWithUser().then().statusCode(201).body(member("fetched", is(true)));

        assertEquals(2, genesys.count(Call.FETCH));
    }
}
