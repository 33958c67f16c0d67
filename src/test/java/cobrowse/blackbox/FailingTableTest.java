package cobrowse.blackbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import cobrowse.aws.OnAwsStandIn;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table that fails at each of its calls: the claim, the note of sending, the answer. */
@QuarkusTest
@TestProfile(OnAwsStandIn.class)
class FailingTableTest extends StandInTests {
    private static final String REQUEST = "{\"userId\":\"user-alice\"}";
    private static final ResponseDefinitionBuilder DENIED =
            aResponse().withStatus(400).withBody("{\"__type\":\"AccessDeniedException\",\"Message\":\"who\"}");

    @BeforeEach
    void credentialsCanBeRead() {
        genesys.register(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo("secretsmanager.GetSecretValue"))
                .willReturn(okJson(
                        "{\"SecretString\":\"{\\\"clientId\\\":\\\"client\\\",\\\"clientSecret\\\":\\\"old\\\"}\"}")));
    }

    @Test
    void withoutAClaimNothingIsStarted() {
        tableFailsAtWrite(1);

        start(REQUEST, "key")
                .then()
                .statusCode(503)
                .body("code", is("idempotency-unavailable"))
                .body("retryable", is(true));
        genesys.verifyThat(0, startWithUser());
    }

    @Test
    void withoutANoteOfSendingNothingIsStarted() {
        tableFailsAtWrite(2);

        start(REQUEST, "key").then().statusCode(503).body("code", is("idempotency-unavailable"));
        genesys.verifyThat(0, startWithUser());
    }

    @Test
    void answerThatCannotBeRememberedIsGivenAllTheSame() {
        tableFailsAtWrite(3);

        start(REQUEST, "key").then().statusCode(201).body("fetched", is(true));
        genesys.verifyThat(1, startWithUser());
        genesys.verifyThat(
                3, postRequestedFor(urlEqualTo("/")).withHeader("X-Amz-Target", equalTo("DynamoDB_20120810.PutItem")));
    }

    @Test
    void tableThatHangsIsGivenUpQuickly() {
        genesys.register(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo("DynamoDB_20120810.PutItem"))
                .willReturn(okJson("{}").withFixedDelay(8_000)));

        start(REQUEST, "key")
                .then()
                .statusCode(503)
                .body("code", is("idempotency-unavailable"))
                .time(lessThan(4_000L));
        genesys.verifyThat(0, startWithUser());
    }

    @Test
    void requestWithoutAKeyDoesNotAskTheTable() {
        tableFailsAtWrite(1);

        start(REQUEST).then().statusCode(201);
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
