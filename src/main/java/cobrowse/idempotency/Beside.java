package cobrowse.idempotency;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Asks the table on another thread, while the request goes on. */
record Beside(Executor executor) {
    /**
     * @param isBeside if not, the table is asked before this returns
     * @return what waits for the table, and throws what that ran into
     */
    <T> Supplier<T> ask(boolean isBeside, Supplier<T> table) {
        var result = isBeside
                ? CompletableFuture.supplyAsync(table, executor)
                : CompletableFuture.completedFuture(table.get());
        return () -> {
            try {
                return result.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e.getCause() instanceof RuntimeException known ? known : e;
            }
        };
    }
}
