package cobrowse.api;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.failure.GenesysFailure;
import cobrowse.telemetry.RequestRecord;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Makes a {@link Problem} of whatever went wrong, and records it for the request's line in the log. */
@Singleton
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final CorrelationId correlationId;
    private final RequestRecord record;
    private final ObjectMapper mapper;

    Problems(CorrelationId correlationId, RequestRecord record, ObjectMapper mapper) {
        this.correlationId = correlationId;
        this.record = record;
        this.mapper = mapper;
    }

    public Problem of(Throwable thrown) {
        var failure = thrown instanceof Failure expected ? expected : bug(thrown);
        var problem = Problem.of(failure, correlationId.value());
        record.failed(problem.code(), problem.status(), problem.retryAfter());
        if (problem.status() >= 500) {
            log(failure, thrown);
        }
        return problem;
    }

    public String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Failure bug(Throwable thrown) {
        return new Failure(
                Code.INTERNAL_ERROR, "This is our fault; the log has more under the correlation id.", thrown);
    }

    /**
     * Says what the request's line has no member for, where somebody may have to do something about it. Failures that are
     * the caller's are in that line alone, and what the caller wrote is in neither.
     */
    private static void log(Failure failure, Throwable thrown) {
        MDC.put("code", failure.code().toString());
        if (failure == thrown) {
            LOG.warnf("%s: %s%s%s", failure.code(), failure.detail(), cause(failure), upstream(failure));
        } else {
            LOG.errorf(thrown, "%s: a bug", failure.code());
        }
        MDC.remove("code");
    }

    /** Of others' exceptions, the message could say anything. */
    private static String cause(Failure failure) {
        var cause = failure.getCause();
        if (cause == null) {
            return "";
        }
        var name = cause.getClass().getName();
        return " (" + (name.startsWith("cobrowse.") ? cause.getMessage() : name) + ")";
    }

    /** Genesys' support asks for its correlation id. */
    private static String upstream(Failure failure) {
        return failure instanceof GenesysFailure genesys
                ? genesys.upstream()
                        .flatMap(GenesysFailure.Upstream::correlationId)
                        .map(id -> " Genesys' correlation id is " + id + ".")
                        .orElse("")
                : "";
    }
}
