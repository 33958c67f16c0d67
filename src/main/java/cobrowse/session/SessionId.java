package cobrowse.session;

import cobrowse.failure.InvalidRequest;
import cobrowse.failure.InvalidRequest.Violation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a session is found, which cannot be made wrong.
 *
 * @param id a session's; with a deployment, also a join code
 * @param deploymentId of the Messenger deployment, for a session in a conversation: with one the platform contract is
 *     asked, without one the tutorial contract
 */
public record SessionId(String id, Optional<String> deploymentId) {
    private static final Set<String> MEMBERS = Set.of("sessionId", "deploymentId");

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** @throws InvalidRequest naming {@code idField} or {@code deploymentId}, if one of them is not an id */
    public static SessionId of(String idField, String id, Optional<String> deploymentId) {
        return new SessionId(
                Rule.SESSION_ID.require(idField, id),
                deploymentId.map(deployment -> Rule.ID.require("deploymentId", deployment)));
    }

    /**
     * @param members {@code sessionId} and {@code deploymentId}; an empty one counts as left out
     * @throws InvalidRequest that names every member that is wrong
     */
    public static SessionId of(Map<String, Optional<String>> members) {
        var unknown = members.keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .map(name -> new Violation(name, "is not a member of this request"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidRequest(unknown);
        }
        var id = members.getOrDefault("sessionId", Optional.empty())
                .orElseThrow(() -> new InvalidRequest("sessionId", "must be given"));
        return of("sessionId", id, members.getOrDefault("deploymentId", Optional.empty()));
    }

    /** The id, where it cannot be a join code: only such a one may be told to the log. */
    Optional<String> unmistakable() {
        return Optional.of(id).filter(UUID.asMatchPredicate());
    }

    /** Of a session that Genesys has named, unless its id could not stand in a request of ours. */
    static Optional<SessionId> of(String id, Optional<String> deploymentId) {
        return Rule.SESSION_ID.allows(id)
                        && deploymentId.filter(Rule.ID::allows).equals(deploymentId)
                ? Optional.of(new SessionId(id, deploymentId))
                : Optional.empty();
    }
}
