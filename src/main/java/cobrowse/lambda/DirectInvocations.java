package cobrowse.lambda;

import cobrowse.api.CorrelationId;
import cobrowse.api.Problems;
import cobrowse.api.RequestReader;
import cobrowse.api.SessionBody;
import cobrowse.caller.Caller;
import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.failure.InvalidRequest;
import cobrowse.session.CobrowseSessions;
import cobrowse.session.StartRequest;
import cobrowse.time.Deadline;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Initiate and fetch for who invokes the function itself: Step Functions, {@code aws lambda invoke}, a function. */
@Singleton
class DirectInvocations {
    private static final String IDEMPOTENCY_KEY = "idempotencyKey";

    private final CobrowseSessions sessions;
    private final RequestReader requests;
    private final SessionBody bodies;
    private final Problems problems;
    private final CorrelationId correlationId;
    private final Deadline deadline;

    DirectInvocations(
            CobrowseSessions sessions,
            RequestReader requests,
            SessionBody bodies,
            Problems problems,
            CorrelationId correlationId,
            Deadline deadline) {
        this.sessions = sessions;
        this.requests = requests;
        this.bodies = bodies;
        this.problems = problems;
        this.correlationId = correlationId;
        this.deadline = deadline;
    }

    /**
     * @param event empty if it cannot be read
     * @throws DirectFailure with the problem
     */
    @ActivateRequestContext
    public JsonNode answer(Optional<JsonNode> event, Context lambda) {
        deadline.endBeforeLambda(lambda.getRemainingTimeInMillis());
        correlationId.accept(lambda.getAwsRequestId());
        try {
            return start(event);
        } catch (RuntimeException e) {
            throw new DirectFailure(problems.json(problems.of(e)), e);
        } finally {
            correlationId.forget();
        }
    }

    private JsonNode start(Optional<JsonNode> event) {
        var request = event.orElseThrow(() -> new InvalidRequest("event", RequestReader.NOT_AN_OBJECT));
        if (!request.isObject() || request.has("requestContext") || request.has("httpMethod")) {
            throw new Failure(
                    Code.UNSUPPORTED_EVENT,
                    "Send the request itself as a JSON object, or use an API Gateway HTTP API with payload format 2.0.");
        }
        var members = requests.members(request);
        var key = Objects.requireNonNullElse(members.remove(IDEMPOTENCY_KEY), Optional.<String>empty())
                .map(value -> StartRequest.requireKey(IDEMPOTENCY_KEY, value));
        var session = sessions.start(StartRequest.of(members), key, new Caller.Iam());
        return bodies.of(session);
    }
}
