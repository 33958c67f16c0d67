package cobrowse.lambda;

import cobrowse.api.CorrelationId;
import cobrowse.api.Problems;
import cobrowse.api.RequestReader;
import cobrowse.caller.Caller;
import cobrowse.idempotency.IdempotencyKey;
import cobrowse.session.CobrowseSessions;
import cobrowse.session.SessionId;
import cobrowse.session.StartRequest;
import cobrowse.telemetry.Invocations;
import cobrowse.telemetry.RequestRecord;
import cobrowse.time.Deadline;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** The operations for who invokes the function itself: Step Functions, {@code aws lambda invoke}, another function. */
@Singleton
class DirectInvocations {
    private static final String OPERATION = "operation";
    private static final String IDEMPOTENCY_KEY = "idempotencyKey";
    private static final Caller IAM = new Caller.Iam();

    private final CobrowseSessions sessions;
    private final RequestReader requests;
    private final Problems problems;
    private final CorrelationId correlationId;
    private final Deadline deadline;
    private final Invocations invocations;
    private final RequestRecord record;

    DirectInvocations(
            CobrowseSessions sessions,
            RequestReader requests,
            Problems problems,
            CorrelationId correlationId,
            Deadline deadline,
            Invocations invocations,
            RequestRecord record) {
        this.sessions = sessions;
        this.requests = requests;
        this.problems = problems;
        this.correlationId = correlationId;
        this.deadline = deadline;
        this.invocations = invocations;
        this.record = record;
    }

    /**
     * @return its status is that of the same answer over HTTP, though nobody but the log is told it
     * @throws DirectFailure with the problem
     */
    @ActivateRequestContext
    public DirectEvent.Response answer(DirectEvent event, Context lambda) {
        invocations.attach(lambda.getAwsRequestId(), record);
        deadline.endBeforeLambda(lambda.getRemainingTimeInMillis());
        correlationId.accept(lambda.getAwsRequestId());
        try {
            return answer(event.request());
        } catch (RuntimeException e) {
            throw new DirectFailure(problems.json(problems.of(e)), e);
        } finally {
            correlationId.forget();
        }
    }

    private DirectEvent.Response answer(JsonNode request) {
        var members = requests.members(request);
        var operation = take(members, OPERATION)
                .map(name -> Operation.of(OPERATION, name))
                .orElse(Operation.START);
        var key = take(members, IDEMPOTENCY_KEY).map(value -> IdempotencyKey.of(IDEMPOTENCY_KEY, value));
        record.operation(operation.toString());
        return switch (operation) {
            case START ->
                new DirectEvent.Response(
                        201, sessions.start(StartRequest.of(members), key, IAM).json());
            case FETCH ->
                new DirectEvent.Response(
                        200, sessions.fetch(SessionId.of(members), key, IAM).json());
            case END -> new DirectEvent.Response(200, end(SessionId.of(members), key));
        };
    }

    private String end(SessionId address, Optional<IdempotencyKey> key) {
        sessions.end(address, key, IAM);
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", address.id())
                .put("ended", true)
                .toString();
    }

    private static Optional<String> take(Map<String, Optional<String>> members, String name) {
        var value = members.remove(name);
        return value == null ? Optional.empty() : value;
    }
}
