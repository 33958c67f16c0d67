package cobrowse.telemetry;

import java.util.Optional;
import java.util.regex.Pattern;

/** X-Ray's id of the trace that the invocation belongs to. */
final class TraceId {
    /** The Lambda extension keeps the header {@code Lambda-Runtime-Trace-Id} there. */
    private static final String PROPERTY = "com.amazonaws.xray.traceHeader";

    private static final Pattern ROOT = Pattern.compile("(?:^|;)Root=([0-9a-f-]{1,64})");

    private TraceId() {}

    static Optional<String> current() {
        var root = ROOT.matcher(System.getProperty(PROPERTY, ""));
        return root.find() ? Optional.of(root.group(1)) : Optional.empty();
    }
}
