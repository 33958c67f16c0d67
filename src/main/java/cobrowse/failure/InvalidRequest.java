package cobrowse.failure;

import java.util.List;
import java.util.stream.Collectors;

/** A request that no retry will make right; says which members are wrong. */
public final class InvalidRequest extends Failure {
    private final transient List<Violation> violations;

    public InvalidRequest(List<Violation> violations) {
        super(Code.INVALID_REQUEST, sentence(violations));
        this.violations = List.copyOf(violations);
    }

    public InvalidRequest(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    public List<Violation> violations() {
        return violations;
    }

    private static String sentence(List<Violation> violations) {
        return violations.stream().map(v -> v.field() + " " + v.message()).collect(Collectors.joining("; ", "", "."));
    }

    /** @param message what is wrong with the field, as the end of a sentence that starts with its name */
    public record Violation(String field, String message) {}
}
