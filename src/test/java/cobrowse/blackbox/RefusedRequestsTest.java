package cobrowse.blackbox;

import static cobrowse.fake.JsonBody.member;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.fake.JsonBody;
import cobrowse.fake.OnStandIn;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OnStandIn.class)
class RefusedRequestsTest extends StandInTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'userId':'u'                                | body",
                "                                             | body",
                "null                                         | body",
                "['userId']                                   | body",
                "{'userId':'u'}{}                             | body",
                "{'userId':'u','userId':'v'}                  | body",
                "{}                                           | userId",
                "{'userId':'u','email':'a@example.com'}       | email",
                "{'userId':'u','conversationId':'c'}          | conversationId",
                "{'userId':'u','deploymentId':'d'}            | deploymentId",
                "{'conversationId':'c','type':'remote'}       | type",
                "{'conversationId':'c','initiatorId':'i'}     | initiatorId",
                "{'userId':'u','type':'Remote'}               | type",
                "{'userId':'u','name':'n'}                    | name",
                "{'userId':'u','idempotencyKey':'k'}          | idempotencyKey",
                "{'userId':''}                                | userId",
                "{'userId':7}                                 | userId",
                "{'userId':'u','name':null}                   | name",
                "{'userId':null}                              | userId",
                "{'userId':'../x'}                            | userId",
                "{'userId':'12345678901234567890123456789012345678901234567890123456789012345'} | userId",
                "{'email':'nobody'}                           | email",
                "{'email':'a@b@c'}                            | email",
                "{'email':'a b@example.com'}                  | email"
            })
    void requestIsRefusedByTheNameOfWhatIsWrong(String request, String field) {
        var refused = start(request == null ? "" : request.replace('\'', '"'));

        isProblem(refused, 400, "invalid-request").then().body(member("violations.field", hasItem(field)));
        genesys.verifyThat(0, WireMock.anyRequestedFor(WireMock.urlPathMatching("/api/.*")));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void bodyThatIsNoJsonOrFarTooMuchIsRefused(byte[] body) {
        var refused = given().contentType(ContentType.JSON).body(body).post(PATH);

        isProblem(refused, 400, "invalid-request").then().body(member("violations.field", hasItem("body")));
    }

    static Stream<byte[]> bodies() {
        var many = "{\"userId\":[" + "{},".repeat(600_000) + "{}]}";
        var deep = "[".repeat(100_000);
        var long_ = "{\"" + "x".repeat(100_000) + "\":\"\"}";
        return Stream.of(
                many.getBytes(US_ASCII), deep.getBytes(US_ASCII), long_.getBytes(US_ASCII), new byte[] {0, '{', 0, 0});
    }

    /** A request that is wrong from end to end, as far as the reader takes it. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "\uD83D\uDE00"})
    void answerToManyWrongNamesIsSmallAndFast(String letter) {
        var wrong = new StringBuilder("{\"userId\":\"u\"");
        for (var i = 0; i < 4_900; i++) {
            wrong.append(",\"")
                    .append("a".repeat(i % 2))
                    .append(letter.repeat(350))
                    .append(i)
                    .append("\":null");
        }
        var request = wrong.append('}').toString();

        var refused = given().contentType(ContentType.JSON)
                .body(request.getBytes(UTF_8))
                .post(PATH);
        isProblem(refused, 400, "invalid-request");
        isSmall(refused.asString(), refused);

        var error = invoke(request);
        error.then().statusCode(500).body(member("errorType", equalTo("invalid-request")));
        isSmall(member(error, "errorMessage"), error);
    }

    private static void isSmall(String problem, Response answer) {
        List<String> fields = member(problem, "violations.field");
        assertEquals(20, fields.size());
        fields.forEach(field -> {
            assertThat(field.length(), lessThanOrEqualTo(64));
            assertThat(field, not(containsString("?")));
            assertThat(field, not(containsString("\uFFFD")));
        });
        assertThat(answer.asByteArray().length, lessThan(30_000));
        assertThat(answer.time(), lessThan(20_000L));
    }

    @Test
    void oddValuesOfManyNamesAreCountedToo() {
        var wrong = new StringBuilder("{\"userId\":\"u\"");
        for (var i = 0; i < 3_000; i++) {
            wrong.append(",\"").append("n".repeat(1_000)).append(i).append("\":7");
        }
        var refused = start(wrong.append('}').toString());

        isProblem(refused, 400, "invalid-request");
        isSmall(refused.asString(), refused);
    }

    @Test
    void whatHttpRefusesIsAProblemToo() {
        isProblem(given().get("/nowhere"), 404, "not-found");
        isProblem(given().get("/"), 404, "not-found");
        isProblem(given().delete(PATH), 405, "method-not-allowed").then().header("Allow", containsString("POST"));
        isProblem(given().put(PATH + "/session-demo"), 405, "method-not-allowed");
        isProblem(given().contentType(ContentType.TEXT).body("hello").post(PATH), 415, "unsupported-media-type");
        isProblem(given().accept("text/html").get(PATH + "/session-demo"), 406, "not-acceptable");
        isProblem(given().get(PATH + "/not*an*id"), 400, "invalid-request");
        isProblem(given().get(PATH + "/session-demo?deploymentId=a/b"), 400, "invalid-request");
        isProblem(given().get(PATH + "/session-demo?deploymentId="), 400, "invalid-request");
        isProblem(given().get(PATH + "/session-demo?deploymentId=a&deploymentId=b"), 400, "invalid-request");
    }

    @Test
    void sessionThatGenesysDoesNotKnowIsNotFound() {
        isProblem(given().get(PATH + "/unknown"), 404, "target-not-found");
        isProblem(given().get(PATH + "/unknown?deploymentId=deployment-demo"), 404, "target-not-found");
    }

    @Test
    void correlationIdIsEchoed() {
        given().header("X-Correlation-Id", "a-1")
                .get(PATH + "/session-demo")
                .then()
                .header("X-Correlation-Id", "a-1");
        given().header("X-Correlation-Id", "b-2")
                .get(PATH + "/unknown")
                .then()
                .header("X-Correlation-Id", "b-2")
                .body(member("correlationId", equalTo("b-2")));
        given().header("X-Correlation-Id", "not fit\u00e9")
                .get(PATH + "/unknown")
                .then()
                .header("X-Correlation-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    private static Response isProblem(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("X-Correlation-Id", JsonBody.<String>member(response, "correlationId"))
                .header("Cache-Control", "no-store")
                .body(member("type", equalTo("urn:cobrowse:problem:" + code)))
                .body(member("code", equalTo(code)))
                .body(member("status", equalTo(status)))
                .body(member("title", not("")))
                .body(member("detail", not("")))
                .body(member("retryable", equalTo(false)));
        return response;
    }
}
