package cobrowse.session;

import cobrowse.failure.InvalidRequest;
import cobrowse.failure.InvalidRequest.Violation;
import cobrowse.idempotency.IdempotencyKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A request to start a session, which cannot be made wrong.
 *
 * @param initiatorId with a user: who starts it
 * @param type with a user
 */
public record StartRequest(Target target, Optional<String> initiatorId, Type type) {
    private static final Predicate<String> ID =
            Pattern.compile("[A-Za-z0-9_-]{1,64}").asMatchPredicate();
    private static final Predicate<String> EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,255}").asMatchPredicate();
    private static final List<String> TARGETS = List.of("conversationId", "userId", "email");
    private static final Set<String> WITH_CONVERSATION = Set.of("deploymentId");
    private static final Set<String> WITH_USER = Set.of("initiatorId", "type");

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
     * @param members by the names of the HTTP contract
     * @throws InvalidRequest that names every member that is wrong
     */
    public static StartRequest of(Map<String, String> members) {
        var violations = new ArrayList<Violation>();
        var targets = TARGETS.stream().filter(members::containsKey).toList();
        if (targets.size() != 1) {
            var fields = targets.isEmpty() ? TARGETS : targets;
            fields.forEach(field -> violations.add(new Violation(field, "must be the only one of " + TARGETS)));
        }
        var conversation = targets.contains("conversationId");
        members.forEach((name, value) -> {
            var wrong = name.equals("email") ? email(value) : name.equals("type") ? type(value) : id(name, value);
            wrong.or(() -> misplaced(name, conversation))
                    .ifPresent(message -> violations.add(new Violation(name, message)));
        });
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
        return new StartRequest(
                target(targets.get(0), members),
                Optional.ofNullable(members.get("initiatorId")),
                Type.valueOf(members.getOrDefault("type", "standard").toUpperCase(Locale.ROOT)));
    }

    /** @throws InvalidRequest naming the field, if the value is not an id */
    public static String requireId(String field, String value) {
        if (!ID.test(value)) {
            throw new InvalidRequest(field, ID_RULE);
        }
        return value;
    }

    /** @throws InvalidRequest naming the field, if the value is not an idempotency key */
    public static String requireKey(String field, String value) {
        return IdempotencyKey.require(field, value);
    }

    /** The same text for the same request, however it was written. */
    String canonical() {
        return target + " " + initiatorId.orElse("") + " " + type;
    }

    private static final String ID_RULE = "must be 1 to 64 letters, digits, - or _";

    private static Target target(String name, Map<String, String> members) {
        var value = members.get(name);
        return switch (name) {
            case "conversationId" -> new Target.Conversation(value, Optional.ofNullable(members.get("deploymentId")));
            case "userId" -> new Target.User(value);
            default -> new Target.Email(value);
        };
    }

    private static Optional<String> misplaced(String name, boolean conversation) {
        if (conversation && WITH_USER.contains(name)) {
            return Optional.of("goes only with userId or email");
        }
        if (!conversation && WITH_CONVERSATION.contains(name)) {
            return Optional.of("goes only with conversationId");
        }
        return Optional.empty();
    }

    private static Optional<String> id(String name, String value) {
        var known = TARGETS.contains(name) || WITH_CONVERSATION.contains(name) || WITH_USER.contains(name);
        if (!known) {
            return Optional.of("is not a member of this request");
        }
        return ID.test(value) ? Optional.empty() : Optional.of(ID_RULE);
    }

    private static Optional<String> email(String value) {
        return EMAIL.test(value) ? Optional.empty() : Optional.of("must be an e-mail address");
    }

    private static Optional<String> type(String value) {
        return Set.of("standard", "remote").contains(value)
                ? Optional.empty()
                : Optional.of("must be standard or remote");
    }
}
