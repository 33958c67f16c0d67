package cobrowse.blackbox;

import static cobrowse.fake.JsonBody.member;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.lessThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.hamcrest.Matchers.is;

import cobrowse.fake.OnStandIn;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnStandIn.class)
class TokenTest extends StandInTests {
    @Test
    void oneTokenServesAHundredRequests() {
        for (var i = 0; i < 100; i++) {
            start("{\"userId\":\"user-alice\"}").then().statusCode(201);
        }

        genesys.verifyThat(lessThanOrExactly(1), token());
        genesys.verifyThat(100, startWithUser());
    }

    @Test
    void tokenThatIsRejectedOnceIsRenewedAndTheStartReplayed() {
        genesys.register(post(urlPathEqualTo("/api/v2/cobrowse/sessions"))
                .inScenario("revoked")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("renewed")
                .willReturn(aResponse().withStatus(401)));

        start("{\"userId\":\"user-alice\"}").then().statusCode(201).body(member("fetched", is(true)));

        genesys.verifyThat(
                1,
                token().withHeader("Authorization", equalTo("Basic c3RhbmQtaW46c3RhbmQtaW4="))
                        .withRequestBody(equalTo("grant_type=client_credentials")));
        genesys.verifyThat(2, startWithUser());
    }

    @Test
    void tokenThatIsRejectedForEverIsRenewedOnce() {
        genesys.register(any(urlPathMatching("/api/.*")).willReturn(aResponse().withStatus(401)));

        start("{\"userId\":\"user-alice\"}")
                .then()
                .statusCode(502)
                .body(member("code", is("genesys-credentials-rejected")))
                .body(member("genesys.status", is(401)));

        genesys.verifyThat(1, token());
        genesys.verifyThat(2, startWithUser());
    }
}
