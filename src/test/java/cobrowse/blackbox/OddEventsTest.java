package cobrowse.blackbox;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import cobrowse.fake.OnStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that API Gateway would hardly send, or that HTTP itself would stumble over. */
@QuarkusTest
@TestProfile(OnStandIn.class)
class OddEventsTest extends StandInTests {
    private static final String BODY = "{\\\"userId\\\":\\\"user-alice\\\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Expect':'100-continue'",
                "'Connection':'close','Upgrade':'h2c','Transfer-Encoding':'gzip','TE':'trailers'",
                "'Content-Length':'3'",
                "'Host':'not a host'",
                "'X-Forwarded-For':'1.2.3.4, 5.6.7.8'",
                "'x-broken':'a\\r\\nb'",
                "'x-null':null",
                "'x no name':'x'",
                "'':'x'"
            })
    void headersOfTheConnectionDoNotMatter(String headers) {
        var answer = invoke("POST", "/v1/cobrowse-sessions", headers + ",", ",'body':'" + BODY + "'");

        answer.then().body(member("statusCode", is(201)));
        genesys.verifyThat(1, startWithUser());
    }

    @Test
    void byteOrderMarkDoesNotMatter() {
        var answer = invoke("POST", "/v1/cobrowse-sessions", "", ",'body':'\\uFEFF" + BODY + "'");

        answer.then().body(member("statusCode", is(201)));
    }

    @Test
    void cookiesDoNotMatter() {
        var answer = invoke("POST", "/v1/cobrowse-sessions", "", ",'cookies':['a=1','b\\r\\n'],'body':'" + BODY + "'");

        answer.then().body(member("statusCode", is(201)));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/cobrowse-sessions/ab c, 400, invalid-request",
        "/v1/cobrowse-sessions/%zz, 400, invalid-request",
        "/v1/cobrowse-sessions/gr\u00fcn, 400, invalid-request",
        "/v1/cobrowse-sessions/abc?deploymentId=d, 400, invalid-request",
        "v1/nowhere, 404, not-found",
        "'', 404, not-found"
    })
    void pathThatIsNoneIsAProblem(String path, int status, String code) {
        isProblem(invoke("GET", path, "", ""), status, code);
    }

    @Test
    void queryThatIsNoneIsAProblem() {
        isProblem(
                invoke("GET", "/v1/cobrowse-sessions/session-demo", "", ",'rawQueryString':'deploymentId=d%zz'"),
                400,
                "invalid-request");
    }

    @Test
    void bodyMayBeBase64ButNotPretendToBe() {
        var base64 = "eyJ1c2VySWQiOiJ1c2VyLWFsaWNlIn0=";
        var good = invoke("POST", "/v1/cobrowse-sessions", "", ",'isBase64Encoded':true,'body':'" + base64 + "'");
        good.then().body(member("statusCode", is(201)));

        var bad = invoke(
                "POST",
                "/v1/cobrowse-sessions",
                "'X-Correlation-Id':'order-4711',",
                ",'isBase64Encoded':true,'body':'~~~'");
        isProblem(bad, 400, "invalid-request");
        bad.then().body(member("headers.X-Correlation-Id", is("order-4711")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'requestContext':{'http':{'method':'GET'}},'headers':'x'}",
                "{'requestContext':{'http':{'method':'GET'}},'body':{}}",
                "{'requestContext':{'http':{}}}"
            })
    void eventWithMembersOfOtherTypesIsNotSupported(String event) {
        invoke(event).then().statusCode(500).body(member("errorType", is("unsupported-event")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "GET\\r\\nX-A: b", "G T"})
    void methodThatIsNoneIsAProblem(String method) {
        var event = "{'version':'2.0','rawPath':'/v1/cobrowse-sessions','requestContext':{'http':{'method':'" + method
                + "'}}}";
        isProblem(invoke(event), 400, "invalid-request");
    }

    /** They would be split at each comma, and looked through. */
    @ParameterizedTest
    @ValueSource(strings = {"content-type", "x-any", "authorization"})
    void headerAboveEightKilobytesIsRefusedByName(String name) {
        for (var value : List.of("a,".repeat(500_000), "a".repeat(8_200))) {
            var answer = invoke("{'version':'2.0','rawPath':'/v1/cobrowse-sessions','headers':{'" + name + "':'" + value
                    + "'},'requestContext':{'http':{'method':'POST'}}}");
            isProblem(answer, 400, "invalid-request");
            answer.then().body(member("body", member("violations[0].field", is(name))));
        }
        var fits = "a".repeat(8_192 - "x-any".length());
        invoke("POST", "/v1/cobrowse-sessions", "'x-any':'" + fits + "',", ",'body':'" + BODY + "'")
                .then()
                .body(member("statusCode", is(201)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope", "sub"})
    void claimThatNoTokenCouldHoldIsRefusedByName(String name) {
        var event = "{'version':'2.0','rawPath':'/v1/cobrowse-sessions','requestContext':{'http':{'method':'POST'},"
                + "'authorizer':{'jwt':{'claims':{'" + name + "':'" + "a ".repeat(1_500_000) + "'}}}}}";
        var answer = invoke(event);
        isProblem(answer, 400, "invalid-request");
        answer.then().body(member("body", member("violations[0].field", is(name))));
    }

    @Test
    void directEventThatIsFarTooMuchIsRefusedAndTheNextOneServed() {
        for (var event : List.of(
                "{\"userId\":[" + "{},".repeat(600_000) + "{}]}",
                "{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}",
                "{\"" + "x".repeat(100_000) + "\":\"\"}")) {
            invoke(event).then().statusCode(500).body(member("errorType", is("invalid-request")));
        }
        start("{\"userId\":\"user-alice\"}").then().statusCode(201);
    }

    private static void isProblem(Response answer, int status, String code) {
        answer.then()
                .body(member("statusCode", is(status)))
                .body(member("headers.Content-Type", is("application/problem+json")))
                .body(member("headers.X-Correlation-Id", not("")))
                .body(member("body", member("code", is(code))));
    }

    private static Response invoke(String method, String path, String headers, String more) {
        var event = "{'version':'2.0','rawPath':'" + path + "','headers':{" + headers
                + "'content-type':'application/json'},'requestContext':{'http':{'method':'" + method + "'}}" + more
                + "}";
        return invoke(event).then().statusCode(200).extract().response();
    }
}
