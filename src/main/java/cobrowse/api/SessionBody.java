package cobrowse.api;

import cobrowse.session.Session;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A session as it is answered, over HTTP and to a direct invocation alike. */
@Singleton
public class SessionBody {
    private final ObjectMapper mapper;

    SessionBody(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public ObjectNode of(Session session) {
        ObjectNode body = mapper.valueToTree(session.details());
        return body.put("fetched", session.fetched());
    }

    /** Where the session can be fetched again. */
    static String location(Session session) {
        var path =
                CobrowseSessionsResource.PATH + "/" + encode(session.details().id());
        var deploymentId = session.details().deploymentId();
        return deploymentId == null ? path : path + "?deploymentId=" + encode(deploymentId);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
