package cobrowse.blackbox;

import static cobrowse.fake.JsonBody.member;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import cobrowse.fake.OnStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnStandIn.class)
class StartInConversationTest extends StandInTests {
    @Test
    void sessionIsStartedWithoutABodyAndNotFetchedWhereTheAnswerTellsHowToJoin() {
        start("{\"conversationId\":\"conversation-demo\",\"deploymentId\":\"deployment-demo\"}")
                .then()
                .statusCode(201)
                .header("Location", matchesPattern("/v1/cobrowse-sessions/session-\\w+\\?deploymentId=deployment-demo"))
                .body(member("joinCode", matchesPattern("\\d{6}")))
                .body(member("communicationType", is("Message")))
                .body(member("conversationId", is("conversation-demo")))
                .body(member("deploymentId", is("deployment-demo")))
                .body(member("fetched", is(false)));

        genesys.verifyThat(1, startInConversation().withHeader("Content-Length", equalTo("0")));
        genesys.verifyThat(0, fetchOfDeployment());
    }

    @Test
    void sessionIsFetchedFromTheDeploymentWhereTheAnswerDoesNotTellHowToJoin() {
        saysOnly("{\"id\":\"session-1\",\"communicationType\":\"Telepathy\"}");

        start("{\"conversationId\":\"conversation-demo\",\"deploymentId\":\"deployment-demo\"}")
                .then()
                .statusCode(201)
                .body(member("id", is("session-1")))
                .body(member("joinCode", matchesPattern("\\d{6}")))
                .body(member("fetched", is(true)));

        genesys.verifyThat(1, startInConversation());
        genesys.verifyThat(1, fetchOfDeployment());
    }

    @Test
    void sessionIsNotFetchedWithoutADeployment() {
        saysOnly("{\"id\":\"session-1\"}");

        start("{\"conversationId\":\"conversation-demo\"}")
                .then()
                .statusCode(201)
                .header("Location", nullValue())
                .body(member("id", is("session-1")))
                .body(member("fetched", is(false)));

        genesys.verifyThat(0, fetchOfDeployment());
        genesys.verifyThat(0, fetch());
    }

    @Test
    void sessionIsFetchedByItsIdOrByItsJoinCode() {
        given().get(PATH + "/session-1?deploymentId=deployment-demo")
                .then()
                .statusCode(200)
                .body(member("id", is("session-1")))
                .body(member("fetched", is(true)));
        given().get(PATH + "/123456?deploymentId=deployment-demo")
                .then()
                .statusCode(200)
                .body(member("joinCode", is("123456")))
                .body(member("deploymentId", is("deployment-demo")));
    }

    @Test
    void conversationThatGenesysDoesNotKnowIsNotFound() {
        start("{\"conversationId\":\"unknown\"}").then().statusCode(404).body(member("code", is("target-not-found")));
    }

    private void saysOnly(String session) {
        genesys.register(post(urlPathMatching("/api/v2/conversations/conversation-demo/cobrowse"))
                .willReturn(okJson(session)));
    }
}
