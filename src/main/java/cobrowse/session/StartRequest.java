package cobrowse.session;

import cobrowse.failure.InvalidRequest;
import cobrowse.failure.InvalidRequest.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request to start a session, which cannot be made wrong.
 *
 * @param initiatorId with a user: who starts it
 * @param type with a user
 */
public record StartRequest(Target target, Optional<String> initiatorId, Type type) {
    private static final Map<String, Rule> RULES = Map.of(
            "conversationId", Rule.ID,
            "userId", Rule.ID,
            "email", Rule.EMAIL,
            "deploymentId", Rule.ID,
            "initiatorId", Rule.ID,
            "type", new Rule("standard|remote", "must be standard or remote"));
    private static final List<String> TARGETS = List.of("conversationId", "userId", "email");
    private static final String ONE_TARGET =
            "is one of conversationId, userId and email, of which exactly one must be given";
    private static final Set<String> ONLY_WITH_CONVERSATION = Set.of("deploymentId");
    private static final Set<String> ONLY_WITH_USER = Set.of("initiatorId", "type");

    /** What kind of session a user is asked for. */
    public enum Type {
        STANDARD,
        REMOTE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param members by the names of the HTTP contract; an empty one counts as left out
     * @throws InvalidRequest that names every member that is wrong
     */
    public static StartRequest of(Map<String, Optional<String>> members) {
        var violations = new ArrayList<Violation>();
        var given = new HashMap<String, String>();
        members.forEach((name, value) -> value.ifPresent(text -> given.put(name, text)));
        var targets = TARGETS.stream().filter(given::containsKey).toList();
        if (targets.size() != 1) {
            var fields = targets.isEmpty() ? TARGETS : targets;
            fields.forEach(field -> violations.add(new Violation(field, ONE_TARGET)));
        }
        var conversation = targets.contains("conversationId");
        members.forEach((name, value) ->
                wrong(name, value, conversation).ifPresent(message -> violations.add(new Violation(name, message))));
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
        return new StartRequest(
                target(targets.get(0), given),
                Optional.ofNullable(given.get("initiatorId")),
                Type.valueOf(given.getOrDefault("type", "standard").toUpperCase(Locale.ROOT)));
    }

    /** The same text for the same request, however it was written, in every release of this function. */
    String canonical() {
        return target.canonical() + " " + initiatorId.orElse("") + " " + type;
    }

    private static Target target(String name, Map<String, String> members) {
        var value = members.get(name);
        return switch (name) {
            case "conversationId" -> new Target.Conversation(value, Optional.ofNullable(members.get("deploymentId")));
            case "userId" -> new Target.User(value);
            case "email" -> new Target.Email(value);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Optional<String> wrong(String name, Optional<String> value, boolean conversation) {
        var rule = RULES.get(name);
        if (rule == null) {
            return Optional.of("is not a member of this request");
        }
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!rule.allows(value.get())) {
            return Optional.of(rule.message());
        }
        if (conversation && ONLY_WITH_USER.contains(name)) {
            return Optional.of("goes only with userId or email");
        }
        return !conversation && ONLY_WITH_CONVERSATION.contains(name)
                ? Optional.of("goes only with conversationId")
                : Optional.empty();
    }
}
