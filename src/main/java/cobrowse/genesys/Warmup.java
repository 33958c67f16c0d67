package cobrowse.genesys;

import cobrowse.failure.Failure;
import cobrowse.telemetry.Invocations;
import cobrowse.telemetry.RequestRecord;
import cobrowse.time.Deadline;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Logs in while Lambda initialises the container, so that the first request does not pay for it. Fails quietly: the
 * request will try again and say what is wrong.
 */
@Singleton
class Warmup {
    /** Lambda gives the whole start 10 s. */
    private static final Duration MOST = Duration.ofSeconds(4);

    private static final Logger LOG = Logger.getLogger(Warmup.class);

    private final Genesys genesys;
    private final Deadline deadline;
    private final Invocations invocations;
    private final RequestRecord record;

    Warmup(Genesys genesys, Deadline deadline, Invocations invocations, RequestRecord record) {
        this.genesys = genesys;
        this.deadline = deadline;
        this.invocations = invocations;
        this.record = record;
    }

    @ActivateRequestContext
    void logIn(@Observes StartupEvent event) {
        deadline.shortenTo(MOST);
        try {
            genesys.logIn();
        } catch (RuntimeException e) {
            LOG.warnf(
                    "No token yet: %s",
                    e instanceof Failure ? e.getMessage() : e.getClass().getName());
        } finally {
            invocations.initialized(record);
        }
    }
}
