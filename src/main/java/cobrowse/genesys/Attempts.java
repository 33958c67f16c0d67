package cobrowse.genesys;

import cobrowse.restclient.CallFailure;
import cobrowse.restclient.Calls;
import cobrowse.telemetry.UpstreamCall;
import cobrowse.time.Deadline;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Sends requests to Genesys, once each, within the deadline. The time of an attempt is bounded here rather than by an
 * annotation, which would hide what became of it: the status that had arrived, or that nothing was sent.
 */
@Singleton
class Attempts {
    /** Another attempt may help then. */
    private static final Duration MOST_FOR_A_READ = Duration.ofSeconds(3);

    /** Nearly as long as the longest deadline allows: giving up early would leave a session that nobody knows of. */
    private static final Duration MOST_FOR_A_START = Duration.ofSeconds(28);

    private final Calls calls;
    private final Deadline deadline;

    Attempts(Calls calls, Deadline deadline) {
        this.calls = calls;
        this.deadline = deadline;
    }

    /** A request that may be sent again. */
    <T> T repeatable(UpstreamCall call, Uni<T> request) {
        return repeatable(call, request, deadline);
    }

    /** … which has less time. */
    <T> T repeatable(UpstreamCall call, Uni<T> request, Deadline deadline) {
        return attempt(call, () -> calls.repeatable(request, deadline.atMost(MOST_FOR_A_READ), call::answered));
    }

    /** A request that may be sent again, but never without being seen here: whether one has arrived before matters. */
    <T> T counted(UpstreamCall call, Uni<T> request) {
        return attempt(call, () -> calls.once(request, deadline.atMost(MOST_FOR_A_READ), call::answered));
    }

    /** A request that must not be sent again, unless nothing was processed. */
    <T> T once(UpstreamCall call, Uni<T> request) {
        if (!deadline.allowsStart()) {
            throw new CallFailure.DeadlineExceeded();
        }
        return attempt(call, () -> calls.once(request, deadline.atMost(MOST_FOR_A_START), call::answered));
    }

    /** A refusal is understood by its status, also where its body never arrives or is far too long. */
    private static <T> T attempt(UpstreamCall call, Supplier<T> attempt) {
        call.attempt();
        try {
            return attempt.get();
        } catch (CallFailure e) {
            var status = e.status().orElse(0);
            throw status < 400 ? e : ErrorResponse.of(status);
        }
    }
}
