package cobrowse.blackbox;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cobrowse.fake.OnStandInForCallers;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code CALLER_POLICY=strict}, with events as API Gateway's JWT authorizer lets them through. */
@QuarkusTest
@TestProfile(OnStandInForCallers.class)
class CallerPolicyTest extends StandInTests {
    private static final String ALICE = "'sub':'1','email':'Alice@example.com','genesys_user':'user-alice'";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                ALICE + " | 'email':'alice@example.com'",
                ALICE + ",'email_verified':'true' | 'email':'alice@example.com'",
                ALICE + " | 'userId':'user-alice'",
                ALICE + ",'scope':null | 'userId':'user-alice'",
                "'sub':'2','conversation':'conversation-demo' | 'conversationId':'conversation-demo'",
                "'sub':'3','scope':'openid cobrowse/anybody'  | 'userId':'user-alice'",
                "'sub':'3','scp':'[openid cobrowse/anybody]'  | 'conversationId':'conversation-demo'"
            })
    void callerMayActForItselfOrWithTheScopeForAnybody(String claims, String request) {
        post(claims, request).then().statusCode(200).body("statusCode", is(201));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "                                  | 'userId':'user-alice'",
                "'sub':'1'                         | 'email':'alice@example.com'",
                ALICE + "                          | 'email':'twins@example.com'",
                ALICE + ",'email_verified':'false' | 'email':'alice@example.com'",
                ALICE + "                          | 'userId':'user-twin-1'",
                ALICE + "                          | 'conversationId':'conversation-demo'",
                ALICE + ",'scope':'cobrowse/any'   | 'userId':'user-twin-1'"
            })
    void anybodyElseIsRefusedBeforeGenesysIsAsked(String claims, String request) {
        post(claims == null ? "" : claims, request)
                .then()
                .statusCode(200)
                .body("statusCode", is(403))
                .body("body", containsString("\"code\":\"caller-not-allowed\""));

        genesys.verifyThat(0, WireMock.anyRequestedFor(WireMock.urlPathMatching("/api/.*")));
    }

    @Test
    void requestThatNoAuthorizerHasSeenIsRefused() {
        start("{\"userId\":\"user-alice\"}").then().statusCode(403).body("code", is("caller-not-allowed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                ALICE + "                        | session-demo                  | 200",
                ALICE + "                        | session-abcdefgh-user-twin-1  | 403",
                "'sub':'1'                       | session-demo                  | 403",
                "'scope':'cobrowse/anybody'      | session-abcdefgh-user-twin-1  | 200"
            })
    void fetchIsForOnesOwnSessions(String claims, String id, int status) {
        invoke(event("GET", PATH + "/" + id, claims, "")).then().body("statusCode", is(status));
    }

    @Test
    void directInvocationIsTheBusinessOfIam() {
        invoke("{'userId':'user-alice'}").then().statusCode(200).body("userId", is("user-alice"));
    }

    @Test
    void keysOfDifferentCallersNeverMeet() {
        var anybody = ",'scope':'cobrowse/anybody'";
        var alices = idOfSession("'iss':'a','sub':'1'" + anybody);

        assertEquals(alices, idOfSession("'iss':'a','sub':'1'" + anybody));
        assertNotEquals(alices, idOfSession("'iss':'a','sub':'2'" + anybody));
        assertNotEquals(alices, idOfSession("'iss':'b','sub':'1'" + anybody));
    }

    private static String idOfSession(String claims) {
        var event = event("POST", PATH, claims, ",'body':'{\\'userId\\':\\'user-alice\\'}'")
                .replace("'headers':{", "'headers':{'idempotency-key':'one-key',");
        return JsonPath.from(invoke(event).<String>path("body")).getString("id");
    }

    private static Response post(String claims, String request) {
        return invoke(event("POST", PATH, claims, ",'body':'{" + request.replace("'", "\\\"") + "}'"));
    }

    private static String event(String method, String path, String claims, String more) {
        return "{'version':'2.0','rawPath':'" + path + "','headers':{'content-type':'application/json'},"
                + "'requestContext':{'http':{'method':'" + method + "','path':'" + path + "'},"
                + "'authorizer':{'jwt':{'claims':{" + claims + "},'scopes':null}}}" + more + "}";
    }
}
