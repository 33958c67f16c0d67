package cobrowse.blackbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import cobrowse.fake.OnStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnStandIn.class)
class StartWithUserTest extends StandInTests {
    @Test
    void sessionIsStartedAndFetched() {
        var id = start("{\"userId\":\"user-alice\",\"initiatorId\":\"user-bob\",\"type\":\"remote\"}")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .header("X-Correlation-Id", matchesPattern("\\S+"))
                .header("Location", matchesPattern("/v1/cobrowse-sessions/session-\\w+-user-alice"))
                .body("joinUrl", isLinkToThisMachine())
                .body("userId", equalTo("user-alice"))
                .body("initiatorId", equalTo("user-bob"))
                .body("state", equalTo("active"))
                .body("fetched", equalTo(true))
                .extract()
                .<String>path("id");

        genesys.verifyThat(
                1,
                startWithUser()
                        .withHeader("Authorization", matching("Bearer stand-in-\\w+"))
                        .withRequestBody(equalToJson(
                                "{\"userId\":\"user-alice\",\"initiatorId\":\"user-bob\",\"type\":\"remote\"}")));
        genesys.verifyThat(1, fetch());
        genesys.verifyThat(0, search());

        given().get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("fetched", equalTo(true));
    }

    @Test
    void withoutInitiatorAndTypeStandardIsAskedForAndNobodyIsNamed() {
        start("{\"userId\":\"user-alice\"}").then().statusCode(201);

        genesys.verifyThat(
                1, startWithUser().withRequestBody(equalToJson("{\"userId\":\"user-alice\",\"type\":\"standard\"}")));
    }

    @Test
    void whatInitiateAlreadyTellsIsNotFetched() {
        genesys.register(post(urlPathMatching("/api/v2/cobrowse/sessions"))
                .willReturn(okJson("{\"id\":\"s-1\",\"joinUrl\":\"https://join.example/s-1\",\"new\":{\"a\":1}}")));

        start("{\"userId\":\"user-alice\"}")
                .then()
                .statusCode(201)
                .body("joinUrl", equalTo("https://join.example/s-1"))
                .body("userId", equalTo("user-alice"))
                .body("fetched", equalTo(false))
                .body("new", nullValue());

        genesys.verifyThat(0, fetch());
    }

    @Test
    void sessionThatCannotBeFetchedIsNotLost() {
        genesys.register(get(urlPathMatching("/api/v2/cobrowse/sessions/.*"))
                .willReturn(aResponse().withStatus(404)));

        start("{\"userId\":\"user-alice\"}")
                .then()
                .statusCode(201)
                .body("id", startsWith("session-"))
                .body("state", equalTo("initiated"))
                .body("fetched", equalTo(false));

        genesys.verifyThat(1, startWithUser());
        genesys.verifyThat(1, fetch());
    }

    @Test
    void anotherSessionThanTheStartedOneIsNotAnswered() {
        genesys.register(get(urlPathMatching("/api/v2/cobrowse/sessions/.*"))
                .willReturn(okJson("{\"id\":\"of-a-stranger\",\"joinUrl\":\"https://join.example/stranger\"}")));

        start("{\"userId\":\"user-alice\"}")
                .then()
                .statusCode(201)
                .body("id", startsWith("session-"))
                .body("joinUrl", nullValue())
                .body("fetched", equalTo(false));
    }

    @Test
    void userWhomGenesysDoesNotKnowIsNotFound() {
        start("{\"userId\":\"stranger\"}")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("target-not-found"))
                .body("genesys.status", equalTo(404))
                .body("genesys.code", equalTo("not.found"))
                .body("genesys.correlationId", matchesPattern("[0-9a-f-]{36}"));
    }
}
