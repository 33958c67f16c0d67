package cobrowse.blackbox;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.startsWith;

import cobrowse.fake.FunctionTests;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;

/** The function against the stand-in for Genesys, and what the function asked it for. */
@ConnectWireMock
abstract class StandInTests extends FunctionTests {
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
    void resetStubs() {
        genesys.resetToDefaultMappings();
        genesys.resetRequests();
    }

    /** The stand-in's links are http, to this machine: for development and tests alone. */
    Matcher<Object> isLinkToThisMachine() {
        return hasToString(startsWith("http://localhost"));
    }
}
