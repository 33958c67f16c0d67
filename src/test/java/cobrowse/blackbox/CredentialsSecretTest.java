package cobrowse.blackbox;

import static cobrowse.fake.JsonBody.member;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import cobrowse.aws.OnAwsStandIn;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client's credentials from Secrets Manager, and their rotation. */
@QuarkusTest
@TestProfile(OnAwsStandIn.class)
class CredentialsSecretTest extends StandInTests {
    private static final String START = "{\"userId\":\"user-alice\"}";

    @BeforeEach
    void oldSecretIsInUse() {
        secretIs("old");
        loginTakes("old");
        revokeToken();
        start(START).then().statusCode(201);
        revokeToken();
        genesys.resetRequests();
    }

    @Test
    void secretIsReadOnceForManyLogins() {
        start(START).then().statusCode(201);
        revokeToken();
        start(START).then().statusCode(201);

        genesys.verifyThat(2, token());
        genesys.verifyThat(0, secret());
    }

    @Test
    void rotatedSecretIsReadWhereTheOldOneIsRejected() {
        secretIs("new");
        loginTakes("new");

        start(START).then().statusCode(201);

        genesys.verifyThat(1, secret().withRequestBody(equalToJson("{\"SecretId\":\"cobrowse/genesys\"}")));
        genesys.verifyThat(2, token());
    }

    @Test
    void secretThatWasNotRotatedIsTriedOnce() {
        loginTakes("new");

        start(START).then().statusCode(502).body(member("code", is("genesys-credentials-rejected")));

        genesys.verifyThat(1, secret());
        genesys.verifyThat(1, token());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | {}",
                "400 | {\"error\":\"invalid_request\",\"error_description\":\"rate limit exceeded; wait\"}",
                "400 | {\"error\":\"Rate-Limit\"}"
            })
    void rateLimitOfTheTokenEndpointIsNoReasonToReadTheSecretAgain(int status, String body) {
        genesys.register(post(urlPathEqualTo("/oauth/token"))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Retry-After", "60")
                        .withBody(body)));

        start(START)
                .then()
                .statusCode(503)
                .header("Retry-After", "60")
                .body(member("code", is("genesys-rate-limited")));

        genesys.verifyThat(0, secret());
        genesys.verifyThat(1, token());
    }

    @Test
    void secretThatMayNotBeReadIsNamed() {
        loginTakes("new");
        secretsManager(
                aResponse().withStatus(400).withBody("{\"__type\":\"AccessDeniedException\",\"Message\":\"arn\"}"));

        start(START)
                .then()
                .statusCode(502)
                .body(member("code", is("genesys-credentials-rejected")))
                .body(member("detail", containsString("GENESYS_CREDENTIALS_SECRET_ID")))
                .body(member("detail", containsString("AccessDeniedException")));
    }

    @Test
    void secretThatHoldsNoCredentialsIsNamedButNotTold() {
        loginTakes("new");
        secretsManager(says("not-a-real-secret"));

        start(START)
                .then()
                .statusCode(502)
                .body(member("code", is("genesys-credentials-rejected")))
                .body(member("detail", containsString("clientId")))
                .body(not(containsString("not-a-real-secret")));
    }

    @Test
    void secretThatCannotBeReadNowMayBeReadLater() {
        loginTakes("new");
        secretsManager(aResponse().withStatus(500).withBody("{\"__type\":\"InternalServiceError\"}"));

        start(START)
                .then()
                .statusCode(503)
                .body(member("code", is("genesys-unavailable")))
                .body(member("retryable", is(true)));

        genesys.verifyThat(3, secret());
    }

    /** As people and editors write it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ufeff{\\\"clientId\\\":\\\"client\\\",\\\"clientSecret\\\":\\\"new\\\"}\\n",
                "{\\\"clientId\\\":\\\" client\\\",\\\"clientSecret\\\":\\\"new\\\\n\\\"}",
                "\\\"{\\\\\\\"clientId\\\\\\\":\\\\\\\"client\\\\\\\",\\\\\\\"clientSecret\\\\\\\":\\\\\\\"new\\\\\\\"}\\\""
            })
    void secretIsReadAsItIsWritten(String secretString) {
        loginTakes("new");
        secretsManager(says(secretString));

        start(START).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | {}                                                             | -",
                "408 | {}                                                             | -",
                "400 | {\"__type\":\"com.amazonaws#Throttling\"}                      | -",
                "400 | {\"__type\":\"TooManyRequestsException:http://internal/\"}     | -",
                "400 | {\"code\":\"RequestThrottled\"}                                | -",
                "400 | {}                                                             | KMSThrottlingException:http://x/",
                "400 | {}                                                             | SlowDown"
            })
    void throttlingIsNoRefusal(int status, String body, String errorType) {
        loginTakes("new");
        secretsManager(aResponse()
                .withStatus(status)
                .withBody(body)
                .withHeader("x-amzn-errortype", errorType.replace("-", "")));

        start(START).then().statusCode(503).body(member("code", is("genesys-unavailable")));

        genesys.verifyThat(3, secret());
    }

    /** Genesys has refused the start by then, so nothing was started, whatever becomes of the secret. */
    @Test
    void secretThatHangsOnceIsAskedForAgain() {
        loginTakes("new");
        secretIs("new");
        genesys.register(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo("secretsmanager.GetSecretValue"))
                .inScenario("hangs")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("answers")
                .willReturn(says("{}").withFixedDelay(2_500)));

        start(START).then().statusCode(201);
        genesys.verifyThat(2, secret());
    }

    @Test
    void secretThatHangsLeavesTheKeyFree() {
        loginTakes("new");
        secretsManager(says("{}").withFixedDelay(5_000));
        genesys.register(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", containing("DynamoDB"))
                .willReturn(okJson("{}")));

        start(START, "a-key").then().statusCode(503).body(member("code", is("genesys-unavailable")));

        genesys.verifyThat(
                1,
                postRequestedFor(urlEqualTo("/")).withHeader("X-Amz-Target", equalTo("DynamoDB_20120810.DeleteItem")));
    }

    /** The next call with a token is refused, and no other. */
    private void revokeToken() {
        genesys.resetScenarios();
        genesys.register(any(urlPathMatching("/api/.*"))
                .inScenario("revoked")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("renewed")
                .willReturn(aResponse().withStatus(401)));
    }

    /** What is registered last comes first. */
    private void loginTakes(String clientSecret) {
        genesys.register(
                post(urlPathEqualTo("/oauth/token")).willReturn(aResponse().withStatus(401)));
        genesys.register(post(urlPathEqualTo("/oauth/token"))
                .withBasicAuth("client", clientSecret)
                .willReturn(okJson("{\"access_token\":\"stand-in-" + clientSecret + "\",\"expires_in\":86400}")));
    }

    private void secretIs(String clientSecret) {
        secretsManager(says("{\\\"clientId\\\":\\\"client\\\",\\\"clientSecret\\\":\\\"" + clientSecret + "\\\"}"));
    }

    private void secretsManager(ResponseDefinitionBuilder answer) {
        genesys.register(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo("secretsmanager.GetSecretValue"))
                .willReturn(answer));
    }

    private static ResponseDefinitionBuilder says(String secretString) {
        return aResponse().withStatus(200).withBody("{\"SecretString\":\"" + secretString + "\"}");
    }

    private static RequestPatternBuilder secret() {
        return postRequestedFor(urlEqualTo("/")).withHeader("X-Amz-Target", equalTo("secretsmanager.GetSecretValue"));
    }
}
