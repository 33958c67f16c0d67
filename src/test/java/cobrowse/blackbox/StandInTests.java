package cobrowse.blackbox;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.restassured.RestAssured.given;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;

/** The function as its callers see it, and the stand-in for Genesys as the function sees it. */
@ConnectWireMock
abstract class StandInTests {
    static final String PATH = "/v1/cobrowse-sessions";

    static RequestPatternBuilder token() {
        return postRequestedFor(urlPathMatching("/oauth/token"));
    }

    static RequestPatternBuilder search() {
        return postRequestedFor(urlPathMatching("/api/v2/users/search"));
    }

    static RequestPatternBuilder startWithUser() {
        return postRequestedFor(urlPathMatching("/api/v2/cobrowse/sessions"));
    }

    static RequestPatternBuilder fetch() {
        return getRequestedFor(urlPathMatching("/api/v2/cobrowse/sessions/.*"));
    }

    static RequestPatternBuilder startInConversation() {
        return postRequestedFor(urlPathMatching("/api/v2/conversations/.*/cobrowse"));
    }

    static RequestPatternBuilder fetchOfDeployment() {
        return getRequestedFor(urlPathMatching("/api/v2/webdeployments/deployments/.*/cobrowse/.*"));
    }

    /** Set by {@link ConnectWireMock}. */
    WireMock genesys;

    @BeforeEach
    void asItWas() {
        genesys.resetToDefaultMappings();
        genesys.resetRequests();
    }

    static Response start(String request) {
        return given().contentType(ContentType.JSON).body(request).post(PATH);
    }

    static Response start(String request, String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(request)
                .post(PATH);
    }

    /** @param event as Lambda gets it; {@code '} stands for {@code "} */
    static Response invoke(String event) {
        return given().contentType(ContentType.JSON)
                .body(event.replace('\'', '"'))
                .post("/_lambda_");
    }
}
