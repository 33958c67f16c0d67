package cobrowse.blackbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import cobrowse.aws.OnTokenTableStandIn;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table that cannot be used costs a request its own log-in, and never more than a little time. */
@QuarkusTest
@TestProfile(OnTokenTableStandIn.class)
class FailingTokenTableTest extends StandInTests {
    private static final String REQUEST = "{\"userId\":\"user-alice\"}";

    /** So that the next request needs a token, and asks the table for one. */
    @BeforeEach
    void tokenIsRejected() {
        genesys.resetScenarios();
        genesys.register(any(urlPathMatching("/api/.*"))
                .inScenario("revoked")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("renewed")
                .willReturn(aResponse().withStatus(401)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'__type':'AccessDeniedException','Message':'who'}",
                "400 | {'__type':'ResourceNotFoundException','message':'where'}",
                "400 | {'__type':'ThrottlingException','message':'slowly'}",
                "500 | {'__type':'InternalServerError'}",
                "503 | <html>",
                "200 | nonsense",
                "200 | {'Item':7}",
                "200 | {'Item':{'version':{'BOOL':true},'token':{'L':[]}}}"
            })
    void tableThatFailsCostsOneLogIn(int status, String body) {
        table(aResponse().withStatus(status).withBody(body.replace('\'', '"')));

        start(REQUEST).then().statusCode(201);

        genesys.verifyThat(1, token());
        genesys.verifyThat(moreThanOrExactly(1), asked());
    }

    @Test
    void tableThatBreaksOffCostsOneLogIn() {
        table(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        start(REQUEST).then().statusCode(201);

        genesys.verifyThat(1, token());
    }

    /** Its answer to the question for a token, and that to a lease, would take longer than the request may. */
    @Test
    void tableThatHangsIsGivenUpBeforeItsAnswer() {
        table(aResponse().withStatus(200).withBody("{}").withFixedDelay(8_000));

        start(REQUEST).then().statusCode(201);

        genesys.verifyThat(1, token());
    }

    private void table(ResponseDefinitionBuilder answer) {
        genesys.register(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", matching("DynamoDB_20120810.*"))
                .willReturn(answer));
    }

    private static com.github.tomakehurst.wiremock.matching.RequestPatternBuilder asked() {
        return postRequestedFor(urlEqualTo("/")).withHeader("X-Amz-Target", matching("DynamoDB_20120810.GetItem"));
    }
}
