package cobrowse.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import cobrowse.time.Deadline;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** One operation of an AWS service that answers what a test says. */
@ConnectWireMock
public abstract class AwsStandInTests {
    private final String target;

    protected final Deadline deadline = new Deadline(Duration.ofMinutes(1), System::nanoTime);

    /** Set by {@link ConnectWireMock}. */
    protected WireMock aws;

    protected AwsStandInTests(String target) {
        this.target = target;
    }

    @BeforeEach
    void resetStubs() {
        aws.resetToDefaultMappings();
        aws.resetRequests();
    }

    protected void answers(ResponseDefinitionBuilder answer) {
        aws.register(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo(target))
                .willReturn(answer));
    }

    protected void answers(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        answers(then);
        aws.register(post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo(target))
                .inScenario(target)
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("then")
                .willReturn(first));
    }

    protected RequestPatternBuilder calls() {
        return postRequestedFor(urlEqualTo("/")).withHeader("X-Amz-Target", equalTo(target));
    }

    protected static ResponseDefinitionBuilder says(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/x-amz-json-1.0")
                .withBody(body);
    }

    protected static ResponseDefinitionBuilder error(int status, String type) {
        return says(status, "{\"__type\":\"com.amazonaws.stand_in#" + type + "\",\"message\":\"because\"}");
    }
}
