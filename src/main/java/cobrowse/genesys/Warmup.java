package cobrowse.genesys;

import cobrowse.failure.Failure;
import cobrowse.restclient.Calls;
import cobrowse.telemetry.Invocations;
import cobrowse.telemetry.RequestRecord;
import cobrowse.time.Deadline;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Gets a token and opens the connection to the API host, at the same time, while Lambda initialises the container, so that
 * the first request pays for neither. Fails quietly: the request will try again and say what is wrong.
 */
@Singleton
class Warmup {
    /** Lambda gives the whole start 10 s. */
    private static final Duration MOST = Duration.ofSeconds(4);

    private static final Logger LOG = Logger.getLogger(Warmup.class);

    private final Genesys genesys;
    private final GenesysApi api;
    private final Calls calls;
    private final Deadline deadline;
    private final Invocations invocations;
    private final RequestRecord record;

    Warmup(
            Genesys genesys,
            GenesysApi api,
            Calls calls,
            Deadline deadline,
            Invocations invocations,
            RequestRecord record) {
        this.genesys = genesys;
        this.api = api;
        this.calls = calls;
        this.deadline = deadline;
        this.invocations = invocations;
        this.record = record;
    }

    @ActivateRequestContext
    void warmUp(@Observes StartupEvent event) {
        deadline.shortenTo(MOST);
        // Any call will do: it is not sent.
        var connection = calls.connect(api.session("", "none"));
        try {
            genesys.logIn();
        } catch (RuntimeException e) {
            LOG.warnf(
                    "No token yet: %s",
                    e instanceof Failure ? e.getMessage() : e.getClass().getName());
        } finally {
            invocations.initialized(record);
        }
        await(connection);
    }

    /** Lambda may freeze the container as soon as it is initialised, also in the middle of a handshake. */
    private void await(CompletableFuture<?> connection) {
        try {
            connection.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.warn("No connection to Genesys Cloud yet");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
