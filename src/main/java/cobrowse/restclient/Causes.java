package cobrowse.restclient;

import com.fasterxml.jackson.core.JacksonException;
import io.netty.handler.codec.CodecException;
import io.vertx.core.VertxException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Explains what the client throws. */
final class Causes {
    private Causes() {}

    /** @return what became of the call, or a bug as it came */
    static RuntimeException explain(Throwable thrown, Handover handover) {
        var cause = causeOf(thrown);
        if (cause instanceof ConnectionGuard.StaleConnection) {
            return new Calls.DeadConnection(new CallFailure.NotConnected(cause));
        }
        var failure = failure(cause, handover);
        return failure instanceof CallFailure.ConnectionLost && handover.isWorthRepeatingAtOnce()
                ? new Calls.DeadConnection(failure)
                : failure;
    }

    private static RuntimeException failure(Throwable cause, Handover handover) {
        var fromTheNetwork = cause instanceof IOException && !(cause instanceof JacksonException)
                || cause instanceof TimeoutException
                || cause instanceof VertxException
                || cause instanceof CodecException;
        if (fromTheNetwork && handover.giveUp()) {
            return new CallFailure.NotConnected(cause);
        }
        if (cause instanceof TimeoutException) {
            return new CallFailure.TimedOut(cause, handover.status());
        }
        if (cause instanceof ConnectionGuard.ResponseTooLong
                || cause instanceof JacksonException
                || cause instanceof ProcessingException
                || cause instanceof WebApplicationException) {
            return new CallFailure.Unreadable(cause, handover.status());
        }
        // Netty's decoder throws an IllegalArgumentException at what is not HTTP.
        if (fromTheNetwork || cause instanceof IllegalArgumentException) {
            return new CallFailure.ConnectionLost(cause, handover.status());
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }

    /** The client and Vert.x wrap what happened in exceptions of their own. */
    private static Throwable causeOf(Throwable failure) {
        var wrapped = failure instanceof ProcessingException
                || failure instanceof WebApplicationException
                || failure instanceof VertxException;
        return wrapped && failure.getCause() != null ? causeOf(failure.getCause()) : failure;
    }
}
