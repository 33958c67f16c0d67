package bare;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Answers as the function does, and asks nobody. */
@Path("/v1/cobrowse-sessions")
public class Sessions {
    @POST
    public Response start(Map<String, String> request) {
        return Response.status(201).entity(request).build();
    }
}
