package cobrowse.genesys;

import cobrowse.restclient.CallFailure;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/**
 * A session under Genesys' own names, of either contract; what Genesys did not say is {@code null} and not written.
 * Times and kinds are passed on as they come, so that nothing new from Genesys can break them.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record CobrowseSession(
        String id,
        String state,
        String joinUrl,
        String joinCode,
        String websocketUrl,
        Object dateOfferEnds,
        String communicationType,
        String userId,
        String initiatorId,
        String type,
        String conversationId,
        String deploymentId,
        Object createdTimestamp,
        Object updatedTimestamp) {

    public CobrowseSession {
        id = absentIfBlank(id);
        state = absentIfBlank(state);
        joinUrl = absentIfBlank(joinUrl);
        joinCode = absentIfBlank(joinCode);
        websocketUrl = absentIfBlank(websocketUrl);
        dateOfferEnds = absentIfBlank(dateOfferEnds);
        communicationType = absentIfBlank(communicationType);
        userId = absentIfBlank(userId);
        initiatorId = absentIfBlank(initiatorId);
        type = absentIfBlank(type);
        conversationId = absentIfBlank(conversationId);
        deploymentId = absentIfBlank(deploymentId);
        createdTimestamp = absentIfBlank(createdTimestamp);
        updatedTimestamp = absentIfBlank(updatedTimestamp);
    }

    /** What is known of a session with a user before Genesys has said anything. */
    public static CobrowseSession withUser(String userId, Optional<String> initiatorId, String type) {
        return new CobrowseSession(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                userId,
                initiatorId.orElse(null),
                type,
                null,
                null,
                null,
                null);
    }

    /** What is known of a session in a conversation before Genesys has said anything. */
    public static CobrowseSession inConversation(String conversationId, Optional<String> deploymentId) {
        return ofDeployment(conversationId, deploymentId.orElse(null));
    }

    /** What is known of a session of a deployment before Genesys has said anything. */
    public static CobrowseSession ofDeployment(String deploymentId) {
        return ofDeployment(null, deploymentId);
    }

    private static CobrowseSession ofDeployment(String conversationId, String deploymentId) {
        return new CobrowseSession(
                null, null, null, null, null, null, null, null, null, null, conversationId, deploymentId, null, null);
    }

    /** Whether this says how somebody can join. */
    public boolean joinable() {
        return joinUrl != null || joinCode != null;
    }

    /** This, and what only the other knows. */
    public CobrowseSession or(CobrowseSession other) {
        return new CobrowseSession(
                first(id, other.id),
                first(state, other.state),
                first(joinUrl, other.joinUrl),
                first(joinCode, other.joinCode),
                first(websocketUrl, other.websocketUrl),
                first(dateOfferEnds, other.dateOfferEnds),
                first(communicationType, other.communicationType),
                first(userId, other.userId),
                first(initiatorId, other.initiatorId),
                first(type, other.type),
                first(conversationId, other.conversationId),
                first(deploymentId, other.deploymentId),
                first(createdTimestamp, other.createdTimestamp),
                first(updatedTimestamp, other.updatedTimestamp));
    }

    private static <T> T first(T mine, T others) {
        return mine != null ? mine : others;
    }

    private static <T> T absentIfBlank(T value) {
        return value instanceof String text && text.isBlank() ? null : value;
    }

    /** @throws CallFailure.Unreadable without an id: then it is no session */
    CobrowseSession requireId() {
        if (id == null) {
            throw new CallFailure.Unreadable("The answer names no session");
        }
        return this;
    }
}
