package cobrowse.resilience;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeTests;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Genesys says, in the forms that it may say it in. */
@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class SaidByGenesysTest extends FakeTests {
    @ParameterizedTest
    @CsvSource({"408, SEARCH, 1", "425, SEARCH, 1", "408, FETCH, 1", "425, TOKEN, 0"})
    void readThatWasNotCompleteIsRepeated(int status, Call call, int starts) {
        genesys.answersOnce(Call.FETCH, Answer.status(401));
        startWithUser();
        genesys.reset();
        genesys.answersOnce(call, Answer.status(status));
        if (call == Call.TOKEN) {
            genesys.answersOnce(Call.START, Answer.status(401));
        }

        startWithEmail().then().statusCode(201).body(member("fetched", is(true)));

        assertEquals(2, genesys.count(call));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425})
    void startThatWasNotCompleteIsNotRepeatedAndFreesTheKey(int status) {
        var key = UUID.randomUUID().toString();
        genesys.answersOnce(Call.START, Answer.status(status));

        startWithUser(key)
                .then()
                .statusCode(503)
                .body(member("code", is("genesys-unavailable")))
                .body(member("genesys.status", is(status)));
        assertEquals(1, genesys.count(Call.START));

        startWithUser(key).then().statusCode(201);
        assertEquals(2, genesys.count(Call.START));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After: 299.997                                      | 300",
                "Retry-After: 2, 45                                        | 45",
                "Retry-After: Sunday, 06-Nov-94 08:49:37 GMT, 50           | 50",
                "Retry-After: Sun Nov  6 08:49:37 1994, 51.0               | 51",
                "inin-ratelimit-reset: 60.5                                | 61"
            })
    void waitIsReadInEachForm(String header, String seconds) {
        genesys.answers(Call.START, Answer.status(429, header));

        startWithUser()
                .then()
                .statusCode(503)
                .header("Retry-After", seconds)
                .body(member("code", is("genesys-rate-limited")));
        assertEquals(1, genesys.count(Call.START));
    }

    @Test
    void headerThatComesTwiceIsReadToItsEnd() {
        genesys.answers(Call.START, Answer.status(429, "Retry-After: 30", "Retry-After: 70"));
        startWithUser().then().statusCode(503).header("Retry-After", "70");
    }

    @Test
    void waitInTheBodyIsReadWhereNoHeaderSaysOne() {
        genesys.answers(
                Call.START,
                Answer.json(
                        429,
                        "{\"message\":\"Rate limit exceeded the maximum. Retry the request in [45] seconds\","
                                + "\"code\":\"too.many.requests.retry.after\",\"status\":429}"));
        startWithUser().then().statusCode(503).header("Retry-After", "45");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"The IP address is not allowed", "Access from 203.0.113.7 is denied", "clientIp not in the list"
            })
    void refusalForTheAddressIsToldAsThat(String message) {
        genesys.answers(Call.START, Answer.json(403, "{\"message\":\"" + message + "\",\"code\":\"not.authorized\"}"));

        startWithUser()
                .then()
                .statusCode(502)
                .body(member("code", is("genesys-permission-missing")))
                .body(member("detail", containsString("IP address")))
                .body(member("detail", not(containsString("cobrowse:session:write"))));
    }

    @Test
    void reasonsOfGenesysArePassedOn() {
        genesys.answers(
                Call.START,
                Answer.json(
                        400,
                        "{\"code\":\"bad.request\",\"details\":[{\"errorCode\":\"conversation.not.connected\",\"fieldName\":\"x\"},"
                                + "{\"errorCode\":\"not a code\"}],\"errors\":[{\"code\":\"cobrowse-disabled\"},"
                                + "{\"code\":\"a\"},{\"code\":\"b\"},{\"code\":\"c\"},{\"code\":\"d\"}]}"));

        startWithUser()
                .then()
                .statusCode(502)
                .body(member("code", is("genesys-rejected")))
                .body(member("genesys.code", is("bad.request")))
                .body(member(
                        "genesys.details",
                        is(List.of("conversation.not.connected", "cobrowse-disabled", "a", "b", "c"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"session-1\",\"name\":\"a\nb\"}",
                "{\"id\":\"session-1\",\"name\":NaN}",
                "{\"id\":\"session-1\",}",
                "{\"id\":\"session-1\",\"name\":\"cut",
                "{\"id\":\"session-1\",\"details\":[{\"a\":",
                "{\"id\":\"session-1\"}}",
                "{\"id\":\"session-1\",\"state\":\"a\\ud83db\"}"
            })
    void sessionIsNotLostToWhatStandsBehindItsId(String session) {
        genesys.answers(Call.START, Answer.json(200, session));

        startWithUser()
                .then()
                .statusCode(201)
                .body(member("id", is("session-1")))
                .body(member("joinUrl", is("https://join.example/1")));
        assertEquals(1, genesys.count(Call.START));
    }

    @Test
    void illFormedTextIsReplacedOverHttpAndInADirectInvocation() {
        genesys.answers(
                Call.START,
                Answer.json(
                        200, "{\"id\":\"session-1\",\"joinCode\":\"1\",\"state\":\"a\\ud83db\",\"type\":\"\\udc00\"}"));

        startWithUser().then().statusCode(201).body(member("state", is("a\uFFFDb")));
        invoke("{'userId':'user-1'}").then().statusCode(200).body(member("state", is("a\uFFFDb")));
    }

    @Test
    void tokenThatComesAgainAfterItsRejectionIsNoFaultOfTheCredentials() {
        var key = UUID.randomUUID().toString();
        genesys.answersOnce(Call.START, Answer.status(401));
        genesys.answers(Call.TOKEN, Answer.json(200, "{\"access_token\":\"dying\",\"expires_in\":86400}"));
        startWithUser().then().statusCode(201);
        genesys.reset();
        genesys.answers(Call.TOKEN, Answer.json(200, "{\"access_token\":\"dying\",\"expires_in\":86400}"));
        genesys.answers(Call.START, Answer.status(401));

        startWithUser(key).then().statusCode(503).body(member("code", is("genesys-unavailable")));

        assertEquals(2, genesys.count(Call.START));
        assertEquals(1, genesys.count(Call.TOKEN));
        genesys.answers(Call.START, Call.START.healthyResponse());
        startWithUser(key).then().statusCode(201);
    }

    @Test
    void idsInOtherLettersAreTheSame() {
        var user = "0a0b0c0d-1111-4111-8111-aaaaaaaaaaaa";
        var session = "BBBBBBBB-1111-4111-8111-AAAAAAAAAAAA";
        genesys.answers(
                Call.START, Answer.json(200, "{\"id\":\"" + session + "\",\"userId\":\"" + user.toUpperCase() + "\"}"));
        genesys.answers(
                Call.FETCH,
                Answer.json(200, "{\"id\":\"" + session.toLowerCase() + "\",\"joinUrl\":\"https://j.example\"}"));
        var key = UUID.randomUUID().toString();

        start("{\"userId\":\"" + user + "\"}", key).then().statusCode(201).body(member("fetched", is(true)));
        start("{\"userId\":\"" + user.toUpperCase() + "\",\"type\":\"standard\"}", key)
                .then()
                .statusCode(201)
                .body(member("fetched", is(true)));
        assertEquals(1, genesys.count(Call.START));
    }

    /** An accented letter is one character or two; the Kelvin sign is no letter. */
    @Test
    void addressInEitherNormalFormIsTheSame() {
        genesys.answers(
                Call.SEARCH,
                Answer.json(
                        200,
                        "{\"results\":[{\"id\":\"user-1\",\"email\":\"\\u00c9va@example.com\",\"state\":\"active\"},"
                                + "{\"id\":\"user-2\",\"email\":\"mike@example.com\",\"state\":\"active\"}]}"));
        var key = UUID.randomUUID().toString();

        start("{\"email\":\"e\\u0301va@example.com\"}", key).then().statusCode(201);
        start("{\"email\":\"\\u00c9VA@example.com\"}", key).then().statusCode(201);
        assertEquals(1, genesys.count(Call.START));

        start("{\"email\":\"mi\\u212ae@example.com\"}")
                .then()
                .statusCode(404)
                .body(member("code", is("target-not-found")));
    }

    @Test
    void addressThatIsNoTextIsRefused() {
        start("{\"email\":\"\\ud83d@example.com\"}")
                .then()
                .statusCode(400)
                .body(member("code", is("invalid-request")))
                .body(member("genesys", nullValue()));
    }
}
