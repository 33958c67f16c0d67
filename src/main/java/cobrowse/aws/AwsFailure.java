package cobrowse.aws;

import java.util.Map;

/** Why an AWS service did not do what it was asked; the message is for the log, not for a caller. */
public abstract sealed class AwsFailure extends RuntimeException {
    private AwsFailure(String message, Throwable cause) {
        super(message, cause, false, false);
    }

    /** Unreachable, late, throttled, or broken: another time may be better. */
    public static final class Temporary extends AwsFailure {
        Temporary(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Refused: no access, no such table or secret, a request that is wrong. */
    public static final class Permanent extends AwsFailure {
        private final String type;

        Permanent(String type, String message) {
            super(type + ": " + message, null);
            this.type = type;
        }

        /** AWS' name for the error, such as {@code AccessDeniedException}. */
        public String type() {
            return type;
        }
    }

    /** The condition of a write does not hold; nothing was written. */
    public static final class ConditionFailed extends AwsFailure {
        private final transient Map<String, Attribute> item;

        ConditionFailed(Map<String, Attribute> item) {
            super("The condition does not hold", null);
            this.item = Map.copyOf(item);
        }

        /** What is there, empty if there is nothing or the write did not ask. */
        public Map<String, Attribute> item() {
            return item;
        }
    }

    /** @param thrown by a call that got no response */
    static AwsFailure temporary(RuntimeException thrown) {
        return new Temporary(thrown.getMessage(), thrown);
    }
}
