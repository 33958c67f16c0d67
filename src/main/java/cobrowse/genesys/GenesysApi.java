package cobrowse.genesys;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code api.{domain}}: the calls of both contracts, each under its own name. */
@Path("/api/v2")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface GenesysApi {
    @POST
    @Path("/users/search")
    Uni<Users> searchUsers(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UserSearch search);

    /** Tutorial contract. The published API has no {@code email} parameter: the answer may list strangers. */
    @GET
    @Path("/users")
    Uni<Users> listUsers(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("email") String email,
            @QueryParam("pageSize") int pageSize);

    /** Tutorial contract. */
    @POST
    @Path("/cobrowse/sessions")
    Uni<CobrowseSession> startWithUser(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, NewSession session);

    /** Tutorial contract. */
    @GET
    @Path("/cobrowse/sessions/{id}")
    Uni<CobrowseSession> session(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") String id);

    /** Platform contract; has no body. */
    @POST
    @Path("/conversations/{conversationId}/cobrowse")
    Uni<CobrowseSession> startInConversation(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("conversationId") String conversationId);

    /** Platform contract. */
    @GET
    @Path("/webdeployments/deployments/{deploymentId}/cobrowse/{id}")
    Uni<CobrowseSession> sessionOfDeployment(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("deploymentId") String deploymentId,
            @PathParam("id") String sessionIdOrJoinCode);

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewSession(String userId, String initiatorId, String type) {}

    record UserSearch(List<Criterion> query, int pageSize, int pageNumber) {
        static UserSearch byEmail(String email) {
            return new UserSearch(
                    List.of(
                            new Criterion(List.of("email"), "EXACT", email, null),
                            new Criterion(List.of("state"), "EXACT", null, List.of("active", "inactive", "deleted"))),
                    25,
                    1);
        }

        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Criterion(List<String> fields, String type, String value, List<String> values) {}
    }

    /** @param results under this name in a search, as {@code entities} in a listing; absent where nobody was found */
    record Users(@JsonAlias("entities") List<GenesysUser> results) {}
}
