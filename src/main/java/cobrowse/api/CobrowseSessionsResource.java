package cobrowse.api;

import cobrowse.failure.InvalidRequest;
import cobrowse.idempotency.IdempotencyKey;
import cobrowse.session.CobrowseSessions;
import cobrowse.session.SessionId;
import cobrowse.session.StartRequest;
import cobrowse.telemetry.RequestRecord;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Initiate and fetch, and end, over HTTP. Failures leave as {@link Problem}s. */
@Path(CobrowseSessionsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class CobrowseSessionsResource {
    static final String PATH = "/v1/cobrowse-sessions";

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final CobrowseSessions sessions;
    private final RequestReader requests;
    private final RequestRecord record;

    CobrowseSessionsResource(CobrowseSessions sessions, RequestReader requests, RequestRecord record) {
        this.sessions = sessions;
        this.requests = requests;
        this.record = record;
    }

    /** Starts a session and fetches how to join it: 201, also where only the start is certain. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<String> start(@Context APIGatewayV2HTTPEvent event) {
        record.operation("start");
        var request = StartRequest.of(requests.read(event));
        var session = sessions.start(request, key(event), HttpCaller.of(event));
        var response = ResponseBuilder.create(RestResponse.Status.CREATED, session.json());
        session.address().ifPresent(address -> response.header(HttpHeaders.LOCATION, location(address)));
        return response.build();
    }

    /**
     * Fetches a session.
     *
     * @param id a session's; with a deployment, also a join code
     */
    @GET
    @Path("/{id}")
    public String fetch(@Context APIGatewayV2HTTPEvent event, @RestPath String id, @Context UriInfo uri) {
        record.operation("fetch");
        return sessions.fetch(address(id, uri), key(event), HttpCaller.of(event))
                .json();
    }

    /** Withdraws an offer or ends a session: 204. */
    @DELETE
    @Path("/{id}")
    public void end(@Context APIGatewayV2HTTPEvent event, @RestPath String id, @Context UriInfo uri) {
        record.operation("end");
        sessions.end(address(id, uri), key(event), HttpCaller.of(event));
    }

    /** Read by itself: Quarkus takes a parameter without a value for one that is not there. */
    private static SessionId address(String id, UriInfo uri) {
        var deploymentId = uri.getQueryParameters().getOrDefault("deploymentId", List.of());
        if (deploymentId.size() > 1) {
            throw new InvalidRequest("deploymentId", "must be given once");
        }
        return SessionId.of("id", id, deploymentId.stream().findFirst());
    }

    private static Optional<IdempotencyKey> key(APIGatewayV2HTTPEvent event) {
        return RequestHeaders.find(event, IDEMPOTENCY_KEY).map(value -> IdempotencyKey.of(IDEMPOTENCY_KEY, value));
    }

    /** Ids need no encoding: a {@link SessionId} has none of the characters that would. */
    private static String location(SessionId address) {
        return PATH + "/" + address.id()
                + address.deploymentId()
                        .map(deployment -> "?deploymentId=" + deployment)
                        .orElse("");
    }
}
