package cobrowse.restclient;

import cobrowse.time.Deadline;
import com.fasterxml.jackson.core.JacksonException;
import io.netty.handler.codec.CodecException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** Waits for the answer to a call, and no longer than the deadline; what is not answered by then is called off. */
public final class Calls {
    private Calls() {}

    /**
     * @throws CallFailure without a usable answer
     * @throws RuntimeException of the client's {@code ResponseExceptionMapper}, for an answer that is a refusal
     */
    public static <T> T await(Uni<T> call, Deadline deadline) {
        if (deadline.isOver()) {
            throw new CallFailure.DeadlineExceeded();
        }
        CompletableFuture<T> answer = call.onFailure(e -> causeOf(e) instanceof ConnectionGuard.StaleConnection)
                .retry()
                .atMost(3)
                .subscribeAsCompletionStage();
        try {
            var item = answer.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            if (item == null) {
                throw new CallFailure.Unreadable("The answer is empty");
            }
            return item;
        } catch (ExecutionException e) {
            throw reason(e.getCause());
        } catch (TimeoutException e) {
            throw new CallFailure.TimedOut(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailure.TimedOut(e);
        } finally {
            answer.cancel(true);
        }
    }

    private static RuntimeException reason(Throwable failure) {
        var cause = causeOf(failure);
        if (cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLHandshakeException
                || cause instanceof ConnectionGuard.StaleConnection) {
            return new CallFailure.NotConnected(cause);
        }
        if (cause instanceof TimeoutException) {
            return new CallFailure.TimedOut(cause);
        }
        if (cause instanceof ConnectionGuard.AnswerTooLong
                || cause instanceof JacksonException
                || cause instanceof ProcessingException
                || cause instanceof WebApplicationException) {
            return new CallFailure.Unreadable(cause);
        }
        if (cause instanceof IOException
                || cause instanceof VertxException
                || cause instanceof CodecException
                || cause instanceof IllegalArgumentException) {
            // The last one is how Netty's decoder puts it that something is no HTTP.
            return new CallFailure.ConnectionLost(cause);
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
