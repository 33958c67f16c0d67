package cobrowse.idempotency;

import cobrowse.table.Table;
import cobrowse.time.Deadline;
import cobrowse.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** An {@link Idempotency} whose time stands still until a test moves it, and work that counts. */
abstract class IdempotencyTests {
    static final String CALLER = "web https://issuer.example alice";
    static final String KEY = "key-1";
    static final String REQUEST = "email=alice@example.com";
    static final Duration BUDGET = Duration.ofSeconds(10);

    final SettableClock clock = new SettableClock();

    IdempotencyTests() {
        clock.now = Instant.parse("2030-01-01T00:00:00.250Z");
    }

    final AtomicInteger started = new AtomicInteger();

    Idempotency on(Table table) {
        return new Idempotency(table, deadline(), clock, Runnable::run);
    }

    /** Runs the work under the key as the use case does. */
    static String once(
            Idempotency idempotency, String caller, String key, String request, Function<Runnable, String> work) {
        return once(idempotency, caller, key, request, false, work);
    }

    /** @param isNextSent whether the claim says that it is sending */
    static String once(
            Idempotency idempotency,
            String caller,
            String key,
            String request,
            boolean isNextSent,
            Function<Runnable, String> work) {
        var execution = idempotency
                .claim(caller, new IdempotencyKey(key), request, isNextSent)
                .get();
        if (execution.previousAnswer().isPresent()) {
            return execution.previousAnswer().get();
        }
        String answer;
        try {
            answer = work.apply(execution::markSending);
        } catch (RuntimeException e) {
            throw execution.fail(e);
        }
        execution.complete(answer, false).run();
        return answer;
    }

    Deadline deadline() {
        return new Deadline(BUDGET, () -> 0);
    }

    /** Starts a session, as far as anybody can see. */
    Function<Runnable, String> start() {
        return sending -> {
            sending.run();
            return "{\"id\":\"session-" + started.incrementAndGet() + "\"}";
        };
    }

    /** Sends, and then fails. */
    static Function<Runnable, String> sendAndThrow(RuntimeException failure) {
        return sending -> {
            sending.run();
            throw failure;
        };
    }

    static Function<Runnable, String> fail(RuntimeException failure) {
        return sending -> {
            throw failure;
        };
    }
}
