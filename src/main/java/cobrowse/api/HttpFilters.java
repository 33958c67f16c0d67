package cobrowse.api;

import cobrowse.telemetry.Invocations;
import cobrowse.telemetry.RequestRecord;
import cobrowse.time.Deadline;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What every HTTP request begins and ends with. */
public class HttpFilters {
    public static final String CORRELATION_ID = "X-Correlation-Id";

    /** An HTTP API gives up after 30 s; a session that is answered later is lost to its caller. */
    private static final Duration GATEWAY = Duration.ofSeconds(29);

    @Inject
    CorrelationId correlationId;

    @Inject
    Deadline deadline;

    @Inject
    Invocations invocations;

    @Inject
    RequestRecord record;

    @jakarta.ws.rs.core.Context
    Context lambda;

    @jakarta.ws.rs.core.Context
    APIGatewayV2HTTPEvent event;

    @ServerRequestFilter(preMatching = true)
    void begin() {
        invocations.attach(lambda.getAwsRequestId(), record);
        deadline.shortenTo(GATEWAY);
        deadline.endBeforeLambda(lambda.getRemainingTimeInMillis());
        correlationId.accept(RequestHeaders.find(event, CORRELATION_ID).orElse(null));
    }

    @ServerResponseFilter
    void end(ContainerResponseContext response) {
        response.getHeaders().putSingle(CORRELATION_ID, correlationId.value());
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        correlationId.forget();
    }
}
