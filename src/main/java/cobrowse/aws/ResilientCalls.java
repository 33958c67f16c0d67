package cobrowse.aws;

import static java.time.temporal.ChronoUnit.SECONDS;

import cobrowse.restclient.CallFailure;
import cobrowse.restclient.Calls;
import cobrowse.time.Deadline;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Makes a call, and again where that may help. Every call here may be repeated, though a conditional write may then meet
 * what it wrote itself.
 */
@Singleton
class ResilientCalls {
    private final Attempts attempts;

    ResilientCalls(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * @param call makes a new one each time
     * @throws AwsFailure without the response that was asked for
     */
    String make(Supplier<Uni<String>> call, Deadline deadline) {
        try {
            return attempts.make(call, deadline);
        } catch (CallFailure | TimeoutException e) {
            throw AwsFailure.temporary(e);
        }
    }

    @Retry(
            maxRetries = 2,
            delay = 50,
            jitter = 25,
            retryOn = {CallFailure.NoResponse.class, TimeoutException.class, AwsFailure.Temporary.class})
    @Timeout(value = 1, unit = SECONDS)
    @Singleton
    static class Attempts {
        private final Calls calls;

        Attempts(Calls calls) {
            this.calls = calls;
        }

        String make(Supplier<Uni<String>> call, Deadline deadline) {
            return calls.repeatable(call.get(), deadline, status -> {});
        }
    }
}
