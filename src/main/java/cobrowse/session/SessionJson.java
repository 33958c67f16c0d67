package cobrowse.session;

import cobrowse.genesys.CobrowseSession;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** Sessions as they are remembered under an idempotency key. */
@Singleton
class SessionJson {
    private final ObjectMapper mapper;

    SessionJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String write(Session session) {
        return mapper.createObjectNode()
                .put("fetched", session.fetched())
                .set("details", mapper.valueToTree(session.details()))
                .toString();
    }

    Session read(String json) {
        try {
            var session = mapper.readTree(json);
            var details = mapper.treeToValue(session.path("details"), CobrowseSession.class);
            return new Session(details, session.path("fetched").booleanValue());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
