package cobrowse.failure;

import java.util.List;
import java.util.stream.Collectors;

/** A request that no retry will make right; says which members are wrong. */
public final class InvalidRequest extends Failure {
    /** A request that is wrong from end to end must not make an answer that is as long. */
    private static final int MOST_VIOLATIONS = 20;

    private static final int LONGEST_FIELD = 64;

    private final transient List<Violation> violations;

    public InvalidRequest(List<Violation> violations) {
        super(Code.INVALID_REQUEST, sentence(listed(violations)));
        this.violations = listed(violations);
    }

    public InvalidRequest(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    public List<Violation> violations() {
        return violations;
    }

    private static List<Violation> listed(List<Violation> violations) {
        return violations.stream().limit(MOST_VIOLATIONS).toList();
    }

    private static String sentence(List<Violation> violations) {
        return violations.stream().map(v -> v.field() + " " + v.message()).collect(Collectors.joining("; ", "", "."));
    }

    /** @param message what is wrong with the field, as the end of a sentence that starts with its name */
    public record Violation(String field, String message) {
        public Violation {
            field = field.length() <= LONGEST_FIELD ? field : field.substring(0, LONGEST_FIELD);
        }
    }
}
