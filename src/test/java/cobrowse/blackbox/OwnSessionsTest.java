package cobrowse.blackbox;

import static cobrowse.fake.JsonBody.member;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.hamcrest.Matchers.is;

import cobrowse.fake.OnStandInForCallers;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sessions a caller without the scope may fetch and end: its user's, and those that it has started. */
@QuarkusTest
@TestProfile(OnStandInForCallers.class)
class OwnSessionsTest extends StandInTests {
    private static final String DEPLOYMENT = "?deploymentId=deployment-demo";
    private static final String VISITOR = "'iss':'i','sub':'visitor','conversation':'conversation-demo'";
    private static final String USER = "'iss':'i','sub':'1','genesys_user':'user-alice'";

    private final String key = UUID.randomUUID().toString();
    private String id;
    private String joinCode;

    @BeforeEach
    void visitorHasStartedASession() {
        String started = member(
                invoke(event(
                        "POST",
                        PATH,
                        VISITOR,
                        key,
                        "{\\'conversationId\\':\\'conversation-demo\\',\\'deploymentId\\':\\'deployment-demo\\'}")),
                "body");
        id = member(started, "id");
        joinCode = member(started, "joinCode");
        genesys.resetRequests();
    }

    @Test
    void visitorFetchesAndEndsItsOwnSessionByIdOrJoinCode() {
        for (var address : new String[] {id, joinCode}) {
            genesys.register(get(urlPathMatching("/api/v2/webdeployments/.*"))
                    .willReturn(okJson("{\"id\":\"" + id + "\",\"joinCode\":\"" + joinCode + "\"}")));
            isAnswered("GET", address + DEPLOYMENT, VISITOR, key, 200);
            isAnswered("DELETE", address + DEPLOYMENT, VISITOR, key, 204);
        }
        genesys.verifyThat(2, ended());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void nobodyElseDoes(String method) {
        var address = id + DEPLOYMENT;
        isAnswered(method, address, VISITOR, null, 403);
        isAnswered(method, address, VISITOR, "another-key", 403);
        isAnswered(method, address, VISITOR.replace("visitor", "thief"), key, 403);
        isAnswered(method, address, VISITOR.replace("'i'", "'j'"), key, 403);
        isAnswered(method, address, "'iss':'i visitor','sub':''", null, 403);
        isAnswered(method, address, "'conversation':'conversation-demo'", key, 400);
        isAnswered(method, address, VISITOR, "no key", 400);

        genesys.verifyThat(0, anyRequestedFor(urlPathMatching("/api/.*")));
    }

    /** The key is that of one session, not of whatever the caller names. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void keyOpensNoOtherSession(String method) {
        isAnswered(method, "session-of-another" + DEPLOYMENT, VISITOR, key, 403);
        isAnswered(method, "999999" + DEPLOYMENT, VISITOR, key, 403);
        isAnswered(method, joinCode + "?deploymentId=deployment-other", VISITOR, key, 403);
        isAnswered(method, id + "?deploymentId=deployment-other", VISITOR, key, 403);

        genesys.verifyThat(0, anyRequestedFor(urlPathMatching("/api/.*")));
    }

    /** By now Genesys may have given the code to another visitor. */
    @Test
    void sessionThatIsMeantIsTheOneThatIsRemembered() {
        genesys.register(get(urlPathMatching("/api/v2/webdeployments/.*/" + id))
                .willReturn(okJson("{\"id\":\"" + id + "\",\"joinCode\":\"" + joinCode + "\"}")));

        isAnswered("GET", joinCode + DEPLOYMENT, VISITOR, key, 200);
        isAnswered("DELETE", joinCode + DEPLOYMENT, VISITOR, key, 204);

        genesys.verifyThat(1, deleteRequestedFor(urlPathMatching("/api/v2/webdeployments/.*/cobrowse/" + id)));
        genesys.verifyThat(0, anyRequestedFor(urlPathMatching("/api/v2/webdeployments/.*/cobrowse/" + joinCode)));
    }

    @Test
    void ownSessionThatIsGoneIsNotFound() {
        genesys.register(any(urlPathMatching("/api/v2/webdeployments/.*"))
                .willReturn(aResponse().withStatus(404)));

        isAnswered("GET", id + DEPLOYMENT, VISITOR, key, 404);
        isAnswered("DELETE", id + DEPLOYMENT, VISITOR, key, 404);
    }

    /** Of whom nothing is known, nothing is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void callerWithoutClaimsIsRefused(String method) {
        isAnswered(method, id + DEPLOYMENT, "", key, 403);
        isAnswered(method, id + DEPLOYMENT, "", null, 403);

        genesys.verifyThat(0, anyRequestedFor(urlPathMatching("/api/.*")));
    }

    @Test
    void joinCodeWithoutItsDeploymentIsNoAddress() {
        isAnswered("GET", joinCode, VISITOR, key, 403);
        isAnswered("DELETE", id, VISITOR, key, 400);
    }

    @Test
    void anotherSessionThanTheOwnIsNotPassedOn() {
        for (var other : new String[] {
            "{\"id\":\"other\",\"joinCode\":\"" + joinCode + "\"}",
            "{\"id\":\"" + id + "\",\"conversationId\":\"conversation-other\"}"
        }) {
            genesys.register(get(urlPathMatching("/api/v2/webdeployments/.*")).willReturn(okJson(other)));
            isAnswered("GET", id + DEPLOYMENT, VISITOR, key, 502);
        }
    }

    /** Whose session it is, Genesys says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"session-1\",\"userId\":\"user-alice\"}                      | 200 | 204 | 1",
                "{\"id\":\"other\",\"joinCode\":\"session-1\",\"userId\":\"user-alice\"} | 200 | 204 | 1",
                "{\"id\":\"session-1\",\"userId\":\"user-bob\"}                        | 403 | 403 | 0",
                "{\"id\":\"session-1\"}                                                | 403 | 403 | 0",
                "{\"id\":\"session-1\",\"userId\":{\"id\":\"user-alice\"}}             | 403 | 403 | 0",
                "{\"id\":\"other\",\"userId\":\"user-alice\"}                          | 502 | 502 | 0"
            })
    void userFetchesAndEndsTheSessionsThatAreSaidToBeItsOwn(String session, int fetched, int ended, int ends) {
        genesys.register(get(urlPathMatching("/api/v2/webdeployments/.*")).willReturn(okJson(session)));

        isAnswered("GET", "session-1" + DEPLOYMENT, USER, null, fetched);
        isAnswered("DELETE", "session-1" + DEPLOYMENT, USER, null, ended);

        genesys.verifyThat(ends, ended());
    }

    @Test
    void sessionThatDoesNotExistLooksLikeAnothers() {
        genesys.register(get(urlPathMatching("/api/v2/webdeployments/.*"))
                .willReturn(aResponse().withStatus(404)));

        isAnswered("DELETE", "session-1" + DEPLOYMENT, USER, null, 403);
        isAnswered("GET", "session-1" + DEPLOYMENT, USER, null, 403);
        genesys.verifyThat(0, ended());
    }

    @Test
    void scopeEndsAnybodysSession() {
        isAnswered("DELETE", "session-1" + DEPLOYMENT, "'scope':'cobrowse/anybody'", null, 204);
        genesys.verifyThat(1, ended());
    }

    private static RequestPatternBuilder ended() {
        return deleteRequestedFor(urlPathMatching("/api/v2/webdeployments/deployments/.*/cobrowse/.*"));
    }

    private static void isAnswered(String method, String address, String claims, String key, int status) {
        invoke(event(method, PATH + "/" + address, claims, key, null)).then().body(member("statusCode", is(status)));
    }

    private static String event(String method, String target, String claims, String key, String body) {
        var at = target.indexOf('?');
        return "{'version':'2.0','rawPath':'" + (at < 0 ? target : target.substring(0, at)) + "',"
                + "'rawQueryString':'" + (at < 0 ? "" : target.substring(at + 1)) + "',"
                + "'headers':{" + (key == null ? "" : "'Idempotency-Key':'" + key + "',")
                + "'content-type':'application/json'},"
                + "'requestContext':{'http':{'method':'" + method + "','path':'/'},"
                + "'authorizer':{'jwt':{'claims':{" + claims + "},'scopes':null}}}"
                + (body == null ? "" : ",'body':'" + body + "'") + "}";
    }
}
