package cobrowse.blackbox;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.fake.JsonBody;
import cobrowse.fake.OnStandInForCallers;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP APIs and function URLs (payload format 2.0) and REST APIs (1.0) are answered alike. */
@QuarkusTest
@TestProfile(OnStandInForCallers.class)
class PayloadFormatsTest extends StandInTests {
    private static final String ALICE = "'sub':'1','genesys_user':'user-alice'";
    private static final String START = ",'body':'{\\'userId\\':\\'user-alice\\'}'";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                ALICE + " | 201",
                ALICE + ",'aud':['a','b'],'address':{'city':'x'},'exp':1795339800,'admin':false,'x':null | 201",
                "'sub':'1','genesys_user':['user-bob','user-alice'] | 201",
                "'sub':'1','genesys_user':'[user-bob user-alice]' | 201",
                "'sub':'1','genesys_user':{'id':'user-alice'} | 403",
                "'sub':'1','genesys_user':null | 403",
                "'sub':'1','genesys_user':7 | 403",
                "'sub':'1','scope':['openid','cobrowse/anybody'] | 201",
                "'sub':'1','scp':'openid cobrowse/anybody' | 201",
                "'sub':'1','scope':['cobrowse/any'] | 403",
                " | 403"
            })
    void claimsOfEveryType(String claims, int status) {
        var members = claims == null ? "" : claims;
        for (var authorizer : new String[] {"'jwt':{'claims':{" + members + "}}", "'lambda':{" + members + "}"}) {
            assertEquals(status, status(format2("POST", PATH, authorizer, START)), authorizer);
        }
        for (var authorizer : new String[] {"'claims':{" + members + "}", members}) {
            assertEquals(status, status(format1("POST", PATH, PATH, authorizer, START)), authorizer);
        }
        genesys.verifyThat(status == 201 ? 4 : 0, startWithUser());
    }

    @Test
    void claimsOfATokenAreNotMixedWithWhatAFunctionSays() {
        var bob = "'sub':'2','genesys_user':'user-bob'";
        var both = format2("POST", PATH, "'jwt':{'claims':{" + bob + "}},'lambda':{" + ALICE + "}", START);
        assertEquals(403, status(both));
        assertEquals(403, status(format1("POST", PATH, PATH, "'claims':{" + bob + "}," + ALICE, START)));
        assertEquals(403, status(format2("POST", PATH, "'iam':{'userId':'user-alice'}", START)));
        genesys.verifyThat(0, startWithUser());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "'email_verified':true | 201",
                "'email_verified':'true' | 201",
                "'x':1 | 201",
                "'email_verified':[true] | 403",
                "'email_verified':null | 403",
                "'email_verified':{} | 403",
                "'email_verified':false | 403",
                "'email_verified':1 | 403",
                "'email_verified':'' | 403"
            })
    void addressThatIsNotVerifiedIsNobodys(String verified, int status) {
        var claims = "'sub':'1','email':'alice@example.com'," + verified;
        var start = ",'body':'{\\'email\\':\\'alice@example.com\\'}'";
        assertEquals(status, status(format2("POST", PATH, "'jwt':{'claims':{" + claims + "}}", start)));
        assertEquals(status, status(format1("POST", PATH, PATH, "'claims':{" + claims + "}", start)));
    }

    @Test
    void answerHasTheMembersThatARestApiTakes() {
        for (var path : new String[] {PATH, PATH + "/none", "/nowhere"}) {
            Map<String, Object> answer = format1(path.equals(PATH) ? "POST" : "GET", path, path, "", START)
                    .jsonPath()
                    .getMap("$");
            assertEquals(Set.of("statusCode", "headers", "body", "isBase64Encoded"), answer.keySet());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/cobrowse-sessions, ''",
        "/prod/v1/cobrowse-sessions, /prod",
        "/prod/v1/cobrowse-sessions/, /prod",
        "/a/b/c/v1/cobrowse-sessions, /a/b/c",
        "/a b/gr\u00fcn/v1/cobrowse-sessions, /a%20b/gr%C3%BCn",
        "/a%20b/v1/cobrowse-sessions, /a%20b",
        "//evil.example/v1/cobrowse-sessions, /evil.example",
        "/v1/v1/cobrowse-sessions, /v1"
    })
    void whatStandsBeforeThePathStandsBeforeTheLocation(String path, String prefix) {
        var location = prefix + PATH + "/session-";
        for (var answer : new Response[] {
            format2("POST", path, "'jwt':{'claims':{" + ALICE + "}}", START),
            format1("POST", path, path, "'claims':{" + ALICE + "}", START),
            format1("POST", PATH, path, "'claims':{" + ALICE + "}", START)
        }) {
            answer.then().body(member("statusCode", is(201)));
            String actual = member(answer, "headers.Location");
            assertEquals(location, actual.substring(0, Math.min(location.length(), actual.length())));
        }
        assertEquals(
                200, status(format2("GET", prefix + PATH + "/session-demo", "'jwt':{'claims':{" + ALICE + "}}", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/cobrowse-sessions/abc;x=1, id",
        "/v1/cobrowse-sessions/;x=1, id",
        "/v1/cobrowse-sessions/abc%3Bx=1, id",
        "/prod/v1/cobrowse-sessions/abc;, id",
        "/v1/cobrowse-sessions;x=1, path",
        "/prod;a=b/v1/cobrowse-sessions/abc, path",
        "/v1;a/cobrowse-sessions/abc, path"
    })
    void semicolonIsNoPartOfAPath(String path, String field) {
        for (var answer : new Response[] {
            format2("GET", path, "'jwt':{'claims':{" + ALICE + "}}", ""),
            format1("GET", path, path, "'claims':{" + ALICE + "}", "")
        }) {
            answer.then().body(member("statusCode", is(400)));
            answer.then().body(member("body", member("violations[0].field", is(field))));
        }
        genesys.verifyThat(0, fetch());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/cobrowse-sessions, 'OPTIONS, POST', PUT",
        "/v1/cobrowse-sessions, 'OPTIONS, POST', GET",
        "/prod/v1/cobrowse-sessions/a, 'DELETE, GET, HEAD, OPTIONS', POST",
        "/v1/cobrowse-sessions/a, 'DELETE, GET, HEAD, OPTIONS', PATCH"
    })
    void methodsAreTheSameWhetherAskedForOrRefused(String path, String methods, String other) {
        var options = format2("OPTIONS", path, "", "");
        options.then().body(member("headers.Allow", is(methods)));
        assertEquals(200, status(options));
        var refused = format1(other, path, path, "", "");
        refused.then().body(member("headers.Allow", is(methods)));
        assertEquals(405, status(refused));
    }

    @Test
    void bodyHeadersAndQueryOfARestApi() {
        var encoded = ",'isBase64Encoded':true,'body':'eyJ1c2VySWQiOiJ1c2VyLWFsaWNlIn0='";
        var started = format1("POST", PATH, PATH, "'claims':{" + ALICE + "}", encoded);
        assertEquals(201, status(started));

        var once = ",'multiValueHeaders':{'Content-Type':['application/json'],'Idempotency-Key':['rest-1'],"
                + "'X-Correlation-Id':['rest/1']}" + START;
        var first = format1("POST", PATH, PATH, "'claims':{" + ALICE + "}", once);
        var again = format1("POST", PATH, PATH, "'claims':{" + ALICE + "}", once);
        assertEquals(201, status(again));
        first.then().body(member("headers.X-Correlation-Id", is("rest/1")));
        genesys.verifyThat(2, startWithUser());

        var anybody = "'claims':{'sub':'1','scope':'cobrowse/anybody'}";
        var path = PATH + "/session-demo";
        var twice = ",'multiValueQueryStringParameters':{'deploymentId':['a','b']}";
        format1("GET", path, path, anybody, twice).then().body(member("body", containsString("given once")));
        var odd = ",'queryStringParameters':{'deploymentId':'a&b=c'}";
        format1("GET", path, path, anybody, odd).then().body(member("body", containsString("deploymentId")));
        var none = ",'queryStringParameters':null,'multiValueQueryStringParameters':null";
        assertEquals(200, status(format1("GET", path, path, anybody, none)));
        genesys.verifyThat(1, WireMock.getRequestedFor(WireMock.urlPathMatching(".*/session-demo")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void withoutClaimsNothingIsAsked(String method) {
        var path = PATH + "/session-demo";
        var key = ",'multiValueHeaders':{'Idempotency-Key':['any-key']}"
                + ",'multiValueQueryStringParameters':{'deploymentId':['deployment-demo']}";
        assertEquals(403, status(format1(method, path, path, "", key)));
        assertEquals(
                403, status(format2(method, path, "'iam':{}", ",'rawQueryString':'deploymentId=deployment-demo'")));
        genesys.verifyThat(0, WireMock.anyRequestedFor(WireMock.urlPathMatching("/api/.*")));
    }

    private static int status(Response answer) {
        return JsonBody.<Integer>member(answer, "statusCode");
    }

    private static Response format2(String method, String path, String authorizer, String more) {
        return invoke("{'version':'2.0','rawPath':'" + path + "','headers':{'content-type':'application/json'},"
                + "'requestContext':{'http':{'method':'" + method + "'},'authorizer':{" + authorizer + "}}" + more
                + "}");
    }

    private static Response format1(String method, String path, String whole, String authorizer, String more) {
        return invoke("{'version':'1.0','httpMethod':'" + method + "','path':'" + path
                + "','headers':{'Content-Type':'application/json'},'requestContext':{'path':'" + whole
                + "','stage':'prod','authorizer':{" + authorizer + "}}" + more + "}");
    }
}
