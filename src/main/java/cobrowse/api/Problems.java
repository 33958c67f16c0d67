package cobrowse.api;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.failure.InvalidRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Makes a {@link Problem} of whatever went wrong, and the one line in the log that goes with it. */
@Singleton
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final CorrelationId correlationId;
    private final ObjectMapper mapper;

    Problems(CorrelationId correlationId, ObjectMapper mapper) {
        this.correlationId = correlationId;
        this.mapper = mapper;
    }

    public Problem of(Throwable thrown) {
        if (thrown instanceof Failure failure) {
            log(failure);
            return Problem.of(failure, correlationId.value());
        }
        log(Code.INTERNAL_ERROR, () -> LOG.errorf(thrown, "%s: a bug", Code.INTERNAL_ERROR));
        var bug = new Failure(Code.INTERNAL_ERROR, "This is our fault; the log has more under the correlation id.");
        return Problem.of(bug, correlationId.value());
    }

    public String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a caller wrote, names of members for one, is not repeated in the log. */
    private static void log(Failure failure) {
        var cause = failure.getCause() == null ? "" : " (" + failure.getCause().getMessage() + ")";
        var detail = failure instanceof InvalidRequest ? "see the answer" : failure.detail();
        log(failure.code(), () -> LOG.warnf("%s: %s%s", failure.code(), detail, cause));
    }

    /** Alarms look for the code in the log. */
    private static void log(Code code, Runnable line) {
        MDC.put("code", code.toString());
        line.run();
        MDC.remove("code");
    }
}
