package cobrowse.blackbox;

import static cobrowse.fake.JsonBody.member;
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
                .body(member("joinUrl", isLinkToThisMachine()))
                .body(member("userId", equalTo("user-alice")))
                .body(member("initiatorId", equalTo("user-bob")))
                .body(member("state", equalTo("active")))
                .body(member("fetched", equalTo(true)))
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
                .body(member("id", equalTo(id)))
                .body(member("fetched", equalTo(true)));
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
                .body(member("joinUrl", equalTo("https://join.example/s-1")))
                .body(member("userId", equalTo("user-alice")))
                .body(member("fetched", equalTo(false)))
                .body(member("new", nullValue()));

        genesys.verifyThat(0, fetch());
    }

    @Test
    void sessionThatCannotBeFetchedIsNotLost() {
        genesys.register(get(urlPathMatching("/api/v2/cobrowse/sessions/.*"))
                .willReturn(aResponse().withStatus(404)));

        start("{\"userId\":\"user-alice\"}")
                .then()
                .statusCode(201)
                .body(member("id", startsWith("session-")))
                .body(member("state", equalTo("initiated")))
                .body(member("fetched", equalTo(false)));

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
                .body(member("id", startsWith("session-")))
                .body(member("joinUrl", nullValue()))
                .body(member("fetched", equalTo(false)));
    }

    @Test
    void userWhomGenesysDoesNotKnowIsNotFound() {
        start("{\"userId\":\"stranger\"}")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body(member("code", equalTo("target-not-found")))
                .body(member("genesys.status", equalTo(404)))
                .body(member("genesys.code", equalTo("not.found")))
                .body(member("genesys.correlationId", matchesPattern("[0-9a-f-]{36}")));
    }
}
