package cobrowse.restclient;

import cobrowse.time.Deadline;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/** Makes calls, and waits for each no longer than its deadline; what has no response by then is cancelled. */
@Singleton
public class Calls {
    /** A pool may hold several connections that died while nobody looked. */
    private static final int MOST_DEAD_CONNECTIONS = 4;

    private final Context context;

    Calls(Vertx vertx) {
        context = VertxContext.getRootContext(vertx.getOrCreateContext());
    }

    /**
     * Makes a call that may be sent a second time.
     *
     * @param status is told the response's, once its head has arrived
     * @return the response, {@code null} where it has no body
     * @throws CallFailure without a usable response
     * @throws RuntimeException of the client's {@code ResponseExceptionMapper}, for an error response
     */
    public <T> T repeatable(Uni<T> call, Deadline deadline, IntConsumer status) {
        return await(call, deadline, status, true);
    }

    /** As {@link #repeatable}, but the request is sent at most once, on a connection that was alive a moment ago. */
    public <T> T once(Uni<T> call, Deadline deadline, IntConsumer status) {
        return await(call, deadline, status, false);
    }

    /** Opens a connection for calls to come, and sends nothing. Returns at once; whether that works shows later. */
    public void connect(Uni<?> call) {
        var handover = new Handover(false);
        handover.giveUp();
        subscribe(call, handover);
    }

    private <T> T await(Uni<T> call, Deadline deadline, IntConsumer status, boolean repeatable) {
        for (var dead = 0; ; dead++) {
            if (deadline.isOver()) {
                throw new CallFailure.DeadlineExceeded();
            }
            var handover = new Handover(repeatable);
            try {
                return await(subscribe(call, handover), handover, deadline);
            } catch (DeadConnection e) {
                if (dead == MOST_DEAD_CONNECTIONS) {
                    throw e.failure;
                }
            } finally {
                handover.status().ifPresent(status);
            }
        }
    }

    private static <T> T await(CompletableFuture<T> response, Handover handover, Deadline deadline) {
        try {
            return response.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw Causes.explain(e.getCause(), handover);
        } catch (TimeoutException e) {
            throw cancelled(response, handover, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(response, handover, e);
        }
    }

    /** A request that waits for a connection is not cancelled: it is dropped when there is one, which others can use. */
    private static CallFailure cancelled(CompletableFuture<?> response, Handover handover, Exception e) {
        if (handover.giveUp()) {
            return new CallFailure.NotConnected(e);
        }
        response.cancel(true);
        return new CallFailure.TimedOut(e, handover.status());
    }

    private <T> CompletableFuture<T> subscribe(Uni<T> call, Handover handover) {
        var response = new CompletableFuture<T>();
        var ownContext = VertxContext.createNewDuplicatedContext(context);
        handover.attachTo(ownContext);
        ownContext.runOnContext(ignored -> {
            var subscription = call.subscribe().with(response::complete, response::completeExceptionally);
            response.whenComplete((value, failure) -> {
                if (response.isCancelled()) {
                    subscription.cancel();
                }
            });
        });
        return response;
    }

    /** Nothing was sent, or nothing that matters: the connection had been idle, and was dead. */
    static final class DeadConnection extends RuntimeException {
        final transient RuntimeException failure;

        DeadConnection(RuntimeException failure) {
            super(null, failure, false, false);
            this.failure = failure;
        }
    }
}
