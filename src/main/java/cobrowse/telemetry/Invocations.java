package cobrowse.telemetry;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The invocations of this container: each ends with one line in the log, whatever became of it. Code that answers a request
 * runs in a scope of its own, maybe on another thread; Lambda's request id leads from there to the invocation.
 */
@Singleton
public class Invocations {
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final AtomicBoolean cold = new AtomicBoolean(true);
    private final AtomicReference<List<UpstreamCall>> before = new AtomicReference<>(List.of());

    /** What the container did before its first request: the line of that one tells it. */
    public void initialized(RequestRecord record) {
        before.set(record.calls());
    }

    /**
     * @param awsRequestId Lambda's
     * @param apiRequestId API Gateway's
     */
    public Invocation begin(String awsRequestId, Optional<String> apiRequestId) {
        var invocation = new Invocation(awsRequestId, apiRequestId, cold.getAndSet(false), before.getAndSet(List.of()));
        running.put(awsRequestId, invocation);
        return invocation;
    }

    /** Says which record is that of the invocation. */
    public void attach(String awsRequestId, RequestRecord record) {
        var invocation = running.get(awsRequestId);
        if (invocation != null) {
            invocation.attach(record);
        }
    }

    /**
     * Writes the line.
     *
     * @param status of the answer, where the record knows of no failure
     */
    public void end(Invocation invocation, int status) {
        running.remove(invocation.awsRequestId, invocation);
        LogLine.write(new RequestLine(invocation, status));
    }
}
