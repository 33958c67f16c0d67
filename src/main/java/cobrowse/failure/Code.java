package cobrowse.failure;

import java.util.Locale;

/** The vocabulary of failures, one for HTTP, Step Functions and the log; the design's table says when each is used. */
public enum Code {
    INVALID_REQUEST("The request is not valid", false),
    NOT_FOUND("There is nothing at this path", false),
    METHOD_NOT_ALLOWED("The path does not take this method", false),
    NOT_ACCEPTABLE("Only JSON can be answered", false),
    UNSUPPORTED_MEDIA_TYPE("The request must be JSON", false),
    UNSUPPORTED_EVENT("This kind of event is not supported", false),
    CALLER_NOT_ALLOWED("The caller may not do this", false),
    TARGET_NOT_FOUND("Genesys Cloud does not know the target", false),
    TARGET_AMBIGUOUS("Several users could be meant", false),
    TARGET_INACTIVE("The user is not active", false),
    REQUEST_IN_PROGRESS("The same request is still running", true),
    IDEMPOTENCY_KEY_REUSED("The idempotency key belongs to another request", false),
    IDEMPOTENCY_UNAVAILABLE("The idempotency key cannot be checked now", true),
    GENESYS_CREDENTIALS_REJECTED("Genesys Cloud rejects the client credentials", false),
    GENESYS_PERMISSION_MISSING("The Genesys Cloud client lacks a permission", false),
    GENESYS_REJECTED("Genesys Cloud rejects the request", false),
    GENESYS_RATE_LIMITED("Genesys Cloud limits the rate", true),
    GENESYS_UNAVAILABLE("Genesys Cloud is not available", true),
    GENESYS_TIMEOUT("Genesys Cloud did not answer in time", true),
    OUTCOME_UNKNOWN("A session may have been started", false),
    INTERNAL_ERROR("Something went wrong here", false);

    private final String title;
    private final boolean retryable;

    Code(String title, boolean retryable) {
        this.title = title;
        this.retryable = retryable;
    }

    public String title() {
        return title;
    }

    /** Whether the same request may succeed later, and is safe to repeat. */
    public boolean retryable() {
        return retryable;
    }

    /** As it is written in an answer: {@code target-not-found}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
