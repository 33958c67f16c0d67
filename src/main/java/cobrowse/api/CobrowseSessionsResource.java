package cobrowse.api;

import cobrowse.session.CobrowseSessions;
import cobrowse.session.StartRequest;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Initiate and fetch, over HTTP. Failures leave as {@link Problem}s. */
@Path(CobrowseSessionsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class CobrowseSessionsResource {
    static final String PATH = "/v1/cobrowse-sessions";

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final CobrowseSessions sessions;
    private final RequestReader requests;
    private final SessionBody bodies;

    CobrowseSessionsResource(CobrowseSessions sessions, RequestReader requests, SessionBody bodies) {
        this.sessions = sessions;
        this.requests = requests;
        this.bodies = bodies;
    }

    /** Starts a session and fetches how to join it: 201, also where only the start is certain. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<ObjectNode> start(@Context APIGatewayV2HTTPEvent event, InputStream body) {
        var request = StartRequest.of(requests.read(body));
        var key = RequestHeaders.find(event, IDEMPOTENCY_KEY)
                .map(value -> StartRequest.requireKey(IDEMPOTENCY_KEY, value));
        var session = sessions.start(request, key, HttpCaller.of(event));
        return ResponseBuilder.create(RestResponse.Status.CREATED, bodies.of(session))
                .header(HttpHeaders.LOCATION, SessionBody.location(session))
                .build();
    }

    /**
     * Fetches a session.
     *
     * @param id a session's; with a deployment, also a join code
     */
    @GET
    @Path("/{id}")
    public ObjectNode fetch(
            @Context APIGatewayV2HTTPEvent event, @RestPath String id, @RestQuery Optional<String> deploymentId) {
        StartRequest.requireId("id", id);
        deploymentId.ifPresent(deployment -> StartRequest.requireId("deploymentId", deployment));
        return bodies.of(sessions.fetch(id, deploymentId, HttpCaller.of(event)));
    }
}
