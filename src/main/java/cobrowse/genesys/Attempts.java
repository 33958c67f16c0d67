package cobrowse.genesys;

import cobrowse.restclient.CallFailure;
import cobrowse.restclient.Calls;
import cobrowse.telemetry.UpstreamCall;
import cobrowse.time.Deadline;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Sends requests to Genesys, once each, within the deadline. */
@Singleton
class Attempts {
    private final Calls calls;
    private final Deadline deadline;

    Attempts(Calls calls, Deadline deadline) {
        this.calls = calls;
        this.deadline = deadline;
    }

    /** A request that may be sent again. */
    <T> T repeatable(UpstreamCall call, Uni<T> request) {
        return attempt(call, () -> calls.repeatable(request, deadline, call::answered));
    }

    /** A request that must not be sent again, unless nothing was processed. */
    <T> T once(UpstreamCall call, Uni<T> request) {
        if (!deadline.allowsStart()) {
            throw new CallFailure.DeadlineExceeded();
        }
        return attempt(call, () -> calls.once(request, deadline, call::answered));
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
