package cobrowse.genesys;

import cobrowse.restclient.CallFailure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A session of either contract, as Genesys describes it: the members that are passed on, under Genesys' own names and as
 * they came. What it left out, or left blank, is not there.
 */
public final class CobrowseSession {
    /** In this order they are answered. */
    private static final List<String> NAMES = List.of(
            "id",
            "state",
            "joinUrl",
            "joinCode",
            "websocketUrl",
            "dateOfferEnds",
            "communicationType",
            "userId",
            "initiatorId",
            "type",
            "conversationId",
            "deploymentId",
            "createdTimestamp",
            "updatedTimestamp");

    public static final Set<String> MEMBERS = Set.copyOf(NAMES);

    /** Times may be numbers; everything else is text, also where Genesys writes it as a number. */
    private static final Set<String> TIMES = Set.of("dateOfferEnds", "createdTimestamp", "updatedTimestamp");

    private static final int LONGEST_TEXT = 2_048;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, JsonNode> members;

    private CobrowseSession(Map<String, JsonNode> members) {
        this.members = members;
    }

    /** Reads what Genesys wrote, or what was remembered of it; links that must not be passed on are left out. */
    public static CobrowseSession of(JsonNode json) {
        var members = new LinkedHashMap<String, JsonNode>();
        for (var name : NAMES) {
            member(name, json.path(name)).ifPresent(value -> members.put(name, value));
        }
        return new CobrowseSession(members);
    }

    /** What is known of a session before Genesys has said anything. */
    public static CobrowseSession of(Map<String, String> known) {
        var json = NODES.objectNode();
        known.forEach(json::put);
        return of(json);
    }

    /**
     * Reads a response to a start or a fetch.
     *
     * @throws CallFailure.Unreadable without an id: then it is no session
     */
    static CobrowseSession ofResponse(ObjectNode response) {
        var session = of(response == null ? NODES.objectNode() : response);
        if (session.members.containsKey("id")) {
            return session;
        }
        throw new CallFailure.Unreadable("The response names no session");
    }

    public String id() {
        return text("id").orElse("");
    }

    /** @param name of a member that is text */
    public Optional<String> text(String name) {
        return Optional.ofNullable(members.get(name)).map(JsonNode::asText);
    }

    /** Whether this says how somebody can join. */
    public boolean isJoinable() {
        return members.containsKey("joinUrl") || members.containsKey("joinCode");
    }

    /** This, and what only the other knows. */
    public CobrowseSession or(CobrowseSession other) {
        var all = NODES.objectNode();
        other.members.forEach(all::set);
        members.forEach(all::set);
        return of(all);
    }

    /** A new object, with the members in their order. */
    public ObjectNode toJson() {
        var json = NODES.objectNode();
        members.forEach(json::set);
        return json;
    }

    private static Optional<JsonNode> member(String name, JsonNode value) {
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            return Optional.empty();
        }
        if (value.asText().length() > LONGEST_TEXT || !JoinLink.mayBePassedOn(name, value.asText())) {
            return Optional.empty();
        }
        return Optional.of(TIMES.contains(name) ? value : NODES.textNode(value.asText()));
    }
}
