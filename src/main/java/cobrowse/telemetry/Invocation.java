package cobrowse.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One invocation of the function, from its event to its answer. */
public final class Invocation {
    final String awsRequestId;
    final Optional<String> apiRequestId;
    final Optional<String> traceId = TraceId.current();
    final boolean coldStart;

    /** What the container asked Genesys for while it was initialised, where no request has told it yet. */
    final List<UpstreamCall> before;

    private final long began = System.nanoTime();
    private RequestRecord record = new RequestRecord();

    Invocation(String awsRequestId, Optional<String> apiRequestId, boolean coldStart, List<UpstreamCall> before) {
        this.awsRequestId = awsRequestId;
        this.apiRequestId = apiRequestId;
        this.coldStart = coldStart;
        this.before = before;
    }

    void attach(RequestRecord record) {
        this.record = record.self();
    }

    RequestRecord record() {
        return record;
    }

    Duration duration() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
