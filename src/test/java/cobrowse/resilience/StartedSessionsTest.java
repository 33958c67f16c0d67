package cobrowse.resilience;

import static cobrowse.fake.JsonBody.member;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeTests;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Genesys writes about a session that it has started: it is answered, and answered again under its key. */
@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class StartedSessionsTest extends FakeTests {
    private static final List<String> MEMBERS =
            List.of("createdTimestamp", "updatedTimestamp", "dateOfferEnds", "state", "type", "new");

    @ParameterizedTest
    @MethodSource("values")
    void oddMemberIsLeftOutAndTheSessionIsNotLost(String value) {
        for (var member : MEMBERS) {
            genesys.answers(
                    Call.START,
                    Answer.json(200, "{\"" + member + "\":" + value + ",\"id\":\"session-1\",\"joinCode\":\"1\"}"));
            isAnswered(startWithUser(), member);

            var key = UUID.randomUUID().toString();
            var first = startWithUser(key);
            isAnswered(first, member);
            assertEquals(first.asString(), startWithUser(key).asString());
        }
        assertEquals(2 * MEMBERS.size(), genesys.count(Call.START));
    }

    static Stream<String> values() {
        return Stream.of(
                "{\"a\":{\"b\":[1,2,{}]}}",
                "[" + String.join(",", Collections.nCopies(10_001, "1")) + "]",
                "[" + String.join(",", Collections.nCopies(300_000, "[]")) + "]",
                "{" + String.join(",", Collections.nCopies(100_000, "\"a\":{}")) + "}",
                "[".repeat(5_000) + "]".repeat(5_000),
                "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
                "\"" + "2026".repeat(100_000) + "\"",
                "9".repeat(2_000),
                "1e400",
                "{\"" + "n".repeat(100_000) + "\":1}");
    }

    /** Times may be numbers, and are passed on as they came. */
    @Test
    void scalarsArePassedOn() {
        genesys.answers(
                Call.START,
                Answer.json(
                        200,
                        "{\"id\":17,\"joinCode\":123456,\"state\":true,\"createdTimestamp\":1795651200000,"
                                + "\"dateOfferEnds\":\"2026-11-26T00:00:00Z\"}"));

        startWithUser()
                .then()
                .statusCode(201)
                .body(member("id", is("17")))
                .body(member("joinCode", is("123456")))
                .body(member("state", is("true")))
                .body(member("createdTimestamp", is(1795651200000L)))
                .body(member("dateOfferEnds", is("2026-11-26T00:00:00Z")));
    }

    /** What the GET of the API would ask for again; with {@code null}, there is none, and nothing is fetched. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "a.b, /v1/cobrowse-sessions/a.b",
                "urn:s:1, /v1/cobrowse-sessions/urn:s:1",
                "~s_1-2, /v1/cobrowse-sessions/~s_1-2",
                "..., /v1/cobrowse-sessions/...",
                "., null",
                ".., null",
                "a/b, null",
                "a b, null",
                "a%2Fb, null",
                "a?b, null",
                "a#b, null",
                "é, null"
            })
    void locationIsWhatTheApiTakes(String id, String location) {
        isLocated(id, location);
    }

    @ParameterizedTest
    @CsvSource({"65, true", "128, true", "129, false", "2048, false"})
    void longIdIsLocatedAsFarAsTheApiTakesIt(int length, boolean located) {
        var id = "a".repeat(length);
        isLocated(id, located ? PATH + "/" + id : null);
    }

    private void isLocated(String id, String location) {
        genesys.answers(Call.START, Answer.json(200, ascii("{\"id\":\"" + id + "\"}")));
        genesys.answers(
                Call.FETCH, Answer.json(200, ascii("{\"id\":\"" + id + "\",\"joinUrl\":\"https://a.example/\"}")));

        startWithUser()
                .then()
                .statusCode(201)
                .header("Location", location == null ? nullValue() : is(location))
                .body(member("id", is(id)))
                .body(member("fetched", is(location != null)));
        assertEquals(location == null ? 0 : 1, genesys.count(Call.FETCH));
        if (location != null) {
            given().urlEncodingEnabled(false)
                    .get(location)
                    .then()
                    .statusCode(200)
                    .body(member("id", is(id)));
        }
    }

    /** The event server of Lambda knows no chunks. */
    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 2_000})
    void answerSaysNothingOfAnEncodingThatItDoesNotHave(int length) {
        var text = "x".repeat(length);
        genesys.answers(
                Call.START,
                Answer.json(
                        200,
                        "{\"id\":\"session-1\",\"joinCode\":\"1\",\"state\":\"" + text + "\",\"communicationType\":\""
                                + text
                                + "\",\"initiatorId\":\"" + text + "\",\"type\":\"" + text + "\",\"deploymentId\":\""
                                + text
                                + "\",\"createdTimestamp\":\"" + text + "\",\"updatedTimestamp\":\"" + text + "\"}"));
        var event = "{\"version\":\"2.0\",\"rawPath\":\"/v1/cobrowse-sessions\",\"headers\":{\"content-type\":"
                + "\"application/json\"},\"requestContext\":{\"http\":{\"method\":\"POST\"}},"
                + "\"body\":\"{\\\"userId\\\":\\\"user-1\\\"}\"}";

        given().contentType(ContentType.JSON)
                .body(event)
                .post("/_lambda_")
                .then()
                .body(member("statusCode", is(201)))
                .body(member("headers.transfer-encoding", nullValue()))
                .body(member("headers.Transfer-Encoding", nullValue()))
                .body(member("multiValueHeaders.transfer-encoding", nullValue()));
    }

    private static void isAnswered(Response response, String odd) {
        response.then().statusCode(201).body(member("id", is("session-1"))).body(member("joinCode", is("1")));
        if (!odd.equals("type")) {
            response.then().body(member(odd, nullValue()));
        }
    }

    private static String ascii(String json) {
        return json.replace("é", "\\u00e9");
    }
}
