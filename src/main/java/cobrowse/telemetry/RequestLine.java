package cobrowse.telemetry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one request's line in the log says. {@code docs/observability.md} explains its members. */
final class RequestLine {
    private static final String OK = "ok";

    /** Where not even a problem could be made, for want of memory, say. */
    private static final String LOST = "internal-error";

    /** Genesys writes 36 characters; whatever else it writes shall not fill the log. */
    private static final int LONGEST_ID = 128;

    private final Instant time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final long durationMs;
    private final Invocation invocation;
    private final RequestRecord record;
    private final String code;
    private final int status;

    /** @param status where there was no failure */
    RequestLine(Invocation invocation, int status) {
        this.invocation = invocation;
        this.record = invocation.record();
        this.durationMs = invocation.duration().toMillis();
        this.code = record.failure().map(RequestRecord.Failed::code).orElse(status < 400 ? OK : LOST);
        this.status = record.failure().map(RequestRecord.Failed::status).orElse(status);
    }

    /** One object with everything at its root, where queries and metrics look for it. */
    String json() {
        var line = JsonNodeFactory.instance.objectNode();
        line.put("timestamp", time.toString()).put("level", "INFO").put("event", "request");
        put(line, "correlationId", record.correlationId());
        line.put("awsRequestId", invocation.awsRequestId);
        put(line, "apiRequestId", invocation.apiRequestId);
        put(line, "traceId", invocation.traceId);
        put(line, "operation", record.operation());
        put(line, "target", record.target());
        line.put("code", code).put("status", status);
        put(line, "sessionId", record.sessionId());
        record.fetched().ifPresent(fetched -> line.put("fetched", fetched));
        line.put("replayed", record.isReplayed())
                .put("coldStart", invocation.coldStart)
                .put("durationMs", durationMs);
        var calls = line.putArray("genesys");
        record.calls().forEach(call -> calls.addObject()
                .put("call", call.name())
                .put("attempts", call.attempts())
                .put("status", call.status())
                .put("ms", call.duration().toMillis()));
        put(line, "token", record.token().map(TokenSource::toString));
        record.failure().flatMap(RequestRecord.Failed::retryAfter).ifPresent(wait -> line.put("retryAfter", wait));
        EmbeddedMetrics.add(line, invocation, status, time);
        return line.toString();
    }

    /** The same for somebody who looks on. */
    String text() {
        var what = record.operation().orElse("request")
                + record.target().map(target -> " " + target).orElse("");
        var calls = record.calls().stream()
                .map(call -> call.name() + " " + call.status())
                .collect(Collectors.joining(", "));
        return "%s: %d %s in %d ms%s"
                .formatted(what, status, code, durationMs, calls.isEmpty() ? "" : " (" + calls + ")");
    }

    private static void put(ObjectNode line, String member, Optional<String> value) {
        value.ifPresent(text -> line.put(member, text.length() <= LONGEST_ID ? text : text.substring(0, LONGEST_ID)));
    }
}
