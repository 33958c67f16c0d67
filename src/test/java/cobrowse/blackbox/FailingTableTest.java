package cobrowse.blackbox;

import static cobrowse.fake.JsonBody.member;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.hamcrest.Matchers.is;

import cobrowse.aws.OnAwsStandIn;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that fails at each of its calls: the claim, the note of sending, the answer. */
@QuarkusTest
@TestProfile(OnAwsStandIn.class)
class FailingTableTest extends StandInTests {
    private static final String REQUEST = "{\"email\":\"alice@example.com\"}";

    /** Whose claim says that it is sending: nobody is looked up before. */
    private static final String AT_ONCE = "{\"userId\":\"user-alice\"}";

    private static final ResponseDefinitionBuilder DENIED =
            aResponse().withStatus(400).withBody("{\"__type\":\"AccessDeniedException\",\"Message\":\"who\"}");

    @BeforeEach
    void credentialsCanBeRead() {
        genesys.register(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo("secretsmanager.GetSecretValue"))
                .willReturn(okJson(
                        "{\"SecretString\":\"{\\\"clientId\\\":\\\"client\\\",\\\"clientSecret\\\":\\\"old\\\"}\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {REQUEST, AT_ONCE})
    void withoutAClaimNothingIsStarted(String request) {
        tableFailsAtWrite(1);

        start(request, "key")
                .then()
                .statusCode(503)
                .body(member("code", is("idempotency-unavailable")))
                .body(member("retryable", is(true)));
        genesys.verifyThat(0, startWithUser());
    }

    @Test
    void withoutANoteOfSendingNothingIsStarted() {
        tableFailsAtWrite(2);

        start(REQUEST, "key").then().statusCode(503).body(member("code", is("idempotency-unavailable")));
        genesys.verifyThat(0, startWithUser());
    }

    @Test
    void answerThatCannotBeRememberedIsGivenAllTheSame() {
        tableFailsAtWrite(3);

        start(REQUEST, "key").then().statusCode(201).body(member("fetched", is(true)));
        genesys.verifyThat(1, startWithUser());
        genesys.verifyThat(
                3, postRequestedFor(urlEqualTo("/")).withHeader("X-Amz-Target", equalTo("DynamoDB_20120810.PutItem")));
    }

    /** The table would answer in time for the request, and the session be started, if that were waited for. */
    @ParameterizedTest
    @ValueSource(strings = {REQUEST, AT_ONCE})
    void tableThatHangsIsGivenUpBeforeItsAnswer(String request) {
        genesys.register(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo("DynamoDB_20120810.PutItem"))
                .willReturn(okJson("{}").withFixedDelay(8_000)));

        start(request, "key").then().statusCode(503).body(member("code", is("idempotency-unavailable")));
        genesys.verifyThat(0, startWithUser());
    }

    /** Each deletion is three calls, so this is more than one of them. */
    @ParameterizedTest
    @ValueSource(strings = {"ThrottlingException", "ProvisionedThroughputExceededException", "InternalServerError"})
    void keyIsFreedWithinTheRequestThoughTheTableThrottles(String type) {
        writesSucceed();
        deletionsFail(5, type);
        genesysRefuses();

        start(REQUEST, "key").then().statusCode(502).body(member("code", is("genesys-permission-missing")));

        genesys.verifyThat(6, deletions());
    }

    @Test
    void keyThatMayNotBeFreedIsNotTriedAgain() {
        writesSucceed();
        deletionsFail(100, "AccessDeniedException");
        genesysRefuses();

        start(REQUEST, "key").then().statusCode(502).body(member("code", is("genesys-permission-missing")));

        genesys.verifyThat(1, deletions());
    }

    /** Whose response is lost: the note may be there, though nothing was sent. */
    @Test
    void noteOfSendingThatMayBeThereIsTakenBack() {
        deletionsFail(4, "ThrottlingException");
        genesys.register(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo("DynamoDB_20120810.PutItem"))
                .withRequestBody(containing("CLAIMED"))
                .willReturn(okJson("{}")));
        genesys.register(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo("DynamoDB_20120810.PutItem"))
                .withRequestBody(containing("\"SENDING\"}"))
                .atPriority(1)
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        start(REQUEST, "key").then().statusCode(503).body(member("code", is("idempotency-unavailable")));

        genesys.verifyThat(0, startWithUser());
        genesys.verifyThat(5, deletions());
    }

    /** Of another application, of nobody, of this function but broken. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"Item\":null",
                ",\"Item\":{}",
                ",\"Item\":[]",
                ",\"Item\":\"text\"",
                ",\"Item\":{\"id\":{\"S\":\"theirs\"}}",
                ",\"Item\":{\"id\":{\"S\":\"x\"},\"request\":{\"N\":\"1\"},\"owner\":{\"BOOL\":true},\"state\":{\"S\":\"CLAIMED\"},"
                        + "\"step\":{\"N\":\"2\"},\"until\":{\"N\":\"1\"},\"expiresAt\":{\"N\":\"1\"}}",
                ",\"Item\":{\"id\":{\"S\":\"x\"},\"request\":{\"S\":\"r\"},\"owner\":{\"S\":\"o\"},\"state\":{\"S\":\"DONE\"},"
                        + "\"step\":{\"N\":\"2\"},\"until\":{\"N\":\"1\"},\"expiresAt\":{\"N\":\"1\"}}",
                ",\"Item\":{\"id\":{\"S\":\"x\"},\"request\":{\"S\":\"r\"},\"owner\":{\"S\":\"o\"},\"state\":{\"S\":\"SENDING\"},"
                        + "\"step\":{\"N\":\"1\"},\"until\":{\"N\":\"99999999999999999999\"},\"expiresAt\":{\"N\":\"1.5\"}}",
                ",\"Item\":{\"id\":{\"S\":\"x\"},\"request\":{\"S\":\"r\"},\"owner\":{\"S\":\"o\"},\"state\":{\"S\":\"ANSWERED\"},"
                        + "\"step\":{\"N\":\"2\"},\"until\":{\"N\":\"1\"},\"expiresAt\":{\"N\":\"1\"}}",
                ",\"Item\":{\"id\":{\"M\":{\"a\":{\"L\":[]}}},\"owner\":7}"
            })
    void itemThatIsNotOursMakesTheKeyUnavailable(String item) {
        genesys.register(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo("DynamoDB_20120810.PutItem"))
                .willReturn(aResponse()
                        .withStatus(400)
                        .withBody("{\"__type\":\"x#ConditionalCheckFailedException\"" + item + "}")));

        start(REQUEST, "key")
                .then()
                .statusCode(503)
                .body(member("code", is("idempotency-unavailable")))
                .body(member("retryable", is(true)));
        genesys.verifyThat(0, startWithUser());
    }

    @Test
    void requestWithoutAKeyDoesNotAskTheTable() {
        tableFailsAtWrite(1);

        start(REQUEST).then().statusCode(201);
    }

    private void writesSucceed() {
        genesys.register(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo("DynamoDB_20120810.PutItem"))
                .willReturn(okJson("{}")));
    }

    private void deletionsFail(int times, String type) {
        genesys.resetScenarios();
        for (var deletion = 0; deletion <= times; deletion++) {
            genesys.register(post(urlEqualTo("/"))
                    .withHeader("X-Amz-Target", equalTo("DynamoDB_20120810.DeleteItem"))
                    .inScenario("deletions")
                    .whenScenarioStateIs(deletion == 0 ? Scenario.STARTED : "deletion " + deletion)
                    .willSetStateTo("deletion " + (deletion + 1))
                    .willReturn(
                            deletion == times
                                    ? okJson("{}")
                                    : aResponse()
                                            .withStatus(type.startsWith("Internal") ? 500 : 400)
                                            .withBody("{\"__type\":\"" + type + "\"}")));
        }
    }

    private void genesysRefuses() {
        genesys.register(post(urlPathMatching("/api/v2/cobrowse/sessions"))
                .willReturn(aResponse().withStatus(403)));
    }

    private static RequestPatternBuilder deletions() {
        return postRequestedFor(urlEqualTo("/")).withHeader("X-Amz-Target", equalTo("DynamoDB_20120810.DeleteItem"));
    }

    /** All writes before succeed. */
    private void tableFailsAtWrite(int failing) {
        genesys.resetScenarios();
        for (var write = 1; write <= failing; write++) {
            genesys.register(post(urlEqualTo("/"))
                    .withHeader("X-Amz-Target", equalTo("DynamoDB_20120810.PutItem"))
                    .inScenario("writes")
                    .whenScenarioStateIs(write == 1 ? Scenario.STARTED : "write " + write)
                    .willSetStateTo("write " + (write + 1))
                    .willReturn(write == failing ? DENIED : okJson("{}")));
        }
    }
}
