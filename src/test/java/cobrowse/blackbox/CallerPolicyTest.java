package cobrowse.blackbox;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cobrowse.fake.JsonBody;
import cobrowse.fake.OnStandInForCallers;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code CALLER_POLICY=strict}, with events as API Gateway's JWT authorizer lets them through. */
@QuarkusTest
@TestProfile(OnStandInForCallers.class)
class CallerPolicyTest extends StandInTests {
    private static final String ALICE = "'sub':'1','email':'Alice@example.com','genesys_user':'user-alice'";

    private static final String ALICE_WITHOUT_SUB = "'email':'alice@example.com',";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                ALICE + " | 'email':'alice@example.com'",
                ALICE + ",'email_verified':'true' | 'email':'alice@example.com'",
                ALICE + " | 'userId':'user-alice'",
                ALICE + ",'scope':null | 'userId':'user-alice'",
                ALICE + ",'email_verified':'TRUE' | 'email':'alice@example.com'",
                ALICE + ",'email_verified':true | 'email':'alice@example.com'",
                ALICE + "                       | 'userId':'user-alice','type':'standard'",
                ALICE + "                       | 'userId':'user-alice','initiatorId':null,'type':null",
                "'sub':'2','conversation':'conversation-demo' | 'conversationId':'conversation-demo'",
                "'sub':'3','scope':'openid cobrowse/anybody'  | 'userId':'user-alice'",
                "'sub':'3','scp':'[openid cobrowse/anybody]'  | 'conversationId':'conversation-demo'",
                "'sub':'3','scope':'cobrowse/anybody'         | 'userId':'user-alice','initiatorId':'user-bob'",
                "'sub':'3','scope':'[cobrowse/anybody]'       | 'userId':'user-alice','type':'remote'"
            })
    void callerMayActForItselfOrWithTheScopeForAnybody(String claims, String request) {
        post(claims, request).then().statusCode(200).body(member("statusCode", is(201)));
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
                ALICE + ",'scope':'cobrowse/any'   | 'userId':'user-twin-1'",
                ALICE + ",'email_verified':''      | 'email':'alice@example.com'",
                ALICE + ",'email_verified':' '     | 'email':'alice@example.com'",
                ALICE + ",'email_verified':null    | 'email':'alice@example.com'",
                ALICE + ",'email_verified':false   | 'email':'alice@example.com'",
                ALICE + ",'email_verified':'0'     | 'email':'alice@example.com'",
                ALICE + ",'email_verified':'true '  | 'email':'alice@example.com'",
                ALICE + ",'email_verified':'[true]' | 'email':'alice@example.com'",
                ALICE + ",'scope':'x,cobrowse/anybody'       | 'userId':'user-twin-1'",
                ALICE + ",'scope':'x[cobrowse/anybody]'      | 'userId':'user-twin-1'",
                ALICE + ",'scope':'[x,cobrowse/anybody]'     | 'userId':'user-twin-1'",
                ALICE + ",'scope':'[[cobrowse/anybody]]'     | 'userId':'user-twin-1'",
                ALICE + ",'scope':'cobrowse/anybody;x'       | 'userId':'user-twin-1'",
                ALICE + ",'scope':'x\\tcobrowse/anybody'    | 'userId':'user-twin-1'",
                ALICE + ",'scope':'COBROWSE/ANYBODY'         | 'userId':'user-twin-1'",
                ALICE + ",'scopes':'cobrowse/anybody'        | 'userId':'user-twin-1'",
                ALICE + "                          | 'userId':'user-alice','initiatorId':'user-bob'",
                ALICE + "                          | 'email':'alice@example.com','initiatorId':'user-alice'",
                ALICE + "                          | 'userId':'user-alice','type':'remote'"
            })
    void anybodyElseIsRefusedBeforeGenesysIsAsked(String claims, String request) {
        post(claims == null ? "" : claims, request)
                .then()
                .statusCode(200)
                .body(member("statusCode", is(403)))
                .body(member("body", containsString("\"code\":\"caller-not-allowed\"")));

        genesys.verifyThat(0, WireMock.anyRequestedFor(WireMock.urlPathMatching("/api/.*")));
    }

    /** Their keys would all be the same caller's. */
    @ParameterizedTest
    @ValueSource(
            strings = {"'email':'alice@example.com'", ALICE_WITHOUT_SUB + "'sub':''", ALICE_WITHOUT_SUB + "'sub':null"})
    void tokenThatDoesNotSayWhoseItIsCannotHaveAKey(String claims) {
        var keyed = keyed("one-key", event("POST", PATH, claims, ",'body':'{\\'email\\':\\'alice@example.com\\'}'"));
        invoke(keyed)
                .then()
                .body(member("statusCode", is(400)))
                .body(member("body", containsString("Idempotency-Key")));
        genesys.verifyThat(0, WireMock.anyRequestedFor(WireMock.urlPathMatching("/api/.*")));

        post(claims, "'email':'alice@example.com'").then().body(member("statusCode", is(201)));
    }

    @Test
    void requestThatNoAuthorizerHasSeenIsRefused() {
        start("{\"userId\":\"user-alice\"}").then().statusCode(403).body(member("code", is("caller-not-allowed")));
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
        invoke(event("GET", PATH + "/" + id, claims, "")).then().body(member("statusCode", is(status)));
    }

    @Test
    void directInvocationIsTheBusinessOfIam() {
        invoke("{'userId':'user-alice'}").then().statusCode(200).body(member("userId", is("user-alice")));
    }

    @Test
    void keyBelongsToIssuerAndSubject() {
        var anybody = ",'scope':'cobrowse/anybody'";
        var alices = idOfSession("'iss':'a','sub':'1'" + anybody);

        assertEquals(alices, idOfSession("'iss':'a','sub':'1'" + anybody));
        assertNotEquals(alices, idOfSession("'iss':'a','sub':'2'" + anybody));
        assertNotEquals(alices, idOfSession("'iss':'b','sub':'1'" + anybody));
    }

    private static String idOfSession(String claims) {
        var event = event("POST", PATH, claims, ",'body':'{\\'userId\\':\\'user-alice\\'}'");
        return member(JsonBody.<String>member(invoke(keyed("one-key", event)), "body"), "id");
    }

    private static String keyed(String key, String event) {
        return event.replace("'headers':{", "'headers':{'idempotency-key':'" + key + "',");
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
