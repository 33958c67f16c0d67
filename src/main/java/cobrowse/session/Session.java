package cobrowse.session;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.genesys.CobrowseSession;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * A session that exists, and its JSON: as it is answered, over HTTP and to a direct invocation alike, and as it is
 * remembered under an idempotency key.
 */
public final class Session {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FETCHED = "fetched";

    private final CobrowseSession details;
    private final boolean fetched;
    private final String json;

    private Session(CobrowseSession details, boolean fetched, String json) {
        this.details = details;
        this.fetched = fetched;
        this.json = json;
    }

    /** @param fetched whether the details were read back from Genesys */
    static Session of(CobrowseSession details, boolean fetched) {
        return new Session(
                details, fetched, details.toJson().put(FETCHED, fetched).toString());
    }

    /** @throws Failure {@code IDEMPOTENCY_UNAVAILABLE} if somebody else wrote what is remembered */
    static Session remembered(String json) {
        try {
            var members = JSON.readTree(json);
            var details = CobrowseSession.of(members);
            if (!details.id().isEmpty()) {
                return of(details, members.path(FETCHED).asBoolean());
            }
        } catch (JsonProcessingException e) {
            // as if it were any other foreign item
        }
        throw new Failure(
                Code.IDEMPOTENCY_UNAVAILABLE, "What is remembered under the idempotency key is not a session.");
    }

    public String json() {
        return json;
    }

    public String id() {
        return details.id();
    }

    public boolean fetched() {
        return fetched;
    }

    CobrowseSession details() {
        return details;
    }

    /** Where the session can be fetched again under its own contract: in a conversation, nowhere without a deployment. */
    public Optional<SessionId> address() {
        if (details.text("conversationId").isEmpty()) {
            return SessionId.of(details.id(), Optional.empty());
        }
        return details.text("deploymentId").flatMap(deployment -> SessionId.of(details.id(), Optional.of(deployment)));
    }

    /** Whether this is the session that is found there, under its id or, in its own deployment, its join code. */
    boolean isAt(SessionId address) {
        var deployment = details.text("deploymentId");
        var elsewhere = deployment.isPresent()
                && address.deploymentId().isPresent()
                && !deployment.equals(address.deploymentId());
        var sameCode = deployment.isPresent() && address.deploymentId().isPresent() && isUnder(address.id());
        return !elsewhere && (sameCode || details.id().equals(address.id()));
    }

    private boolean isUnder(String joinCode) {
        return details.text("joinCode").filter(joinCode::equals).isPresent();
    }
}
