package cobrowse.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.telemetry.RequestLine;
import cobrowse.time.Deadline;
import cobrowse.time.SettableClock;
import cobrowse.token.Token;
import cobrowse.token.Token.PooledToken;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTest {
    private final AtomicInteger logins = new AtomicInteger();
    private final SettableClock clock = new SettableClock();
    private final Tokens tokens = tokens(this::login);

    @Test
    void tokenIsFetchedOnceAndKept() {
        assertSame(tokens.current(), tokens.current());
        assertEquals(1, logins.get());
    }

    @Test
    void tokenIsRenewedBeforeItEnds() {
        var first = tokens.current();
        clock.now = clock.now.plusSeconds(269);
        assertSame(first, tokens.current());
        clock.now = clock.now.plusSeconds(1);
        assertNotEquals(first, tokens.current());
        assertEquals(2, logins.get());
    }

    @Test
    void droppedTokenIsRenewed() {
        tokens.drop(tokens.current());
        tokens.current();
        assertEquals(2, logins.get());
    }

    @Test
    void onlyExactlyThatTokenIsDropped() {
        var rejected = tokens.current();
        tokens.drop(rejected);
        var renewed = tokens.current();
        tokens.drop(rejected);
        assertSame(renewed, tokens.current());
        assertEquals(2, logins.get());
    }

    @Test
    void failureIsNotKept() {
        var failing = new AtomicInteger();
        var sometimes = tokens(() -> {
            if (failing.getAndIncrement() == 0) {
                throw new IllegalStateException("down");
            }
            return login();
        });
        assertThrows(IllegalStateException.class, sometimes::current);
        assertEquals("token-1", sometimes.current().token().value());
    }

    @Test
    void oneOfManyFetchesForAll() throws Exception {
        var many = 16;
        var start = new CyclicBarrier(many);
        var pool = Executors.newFixedThreadPool(many);
        try {
            var answers = IntStream.range(0, many)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    start.await();
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                                return tokens.current().token().value();
                            },
                            pool))
                    .toList();
            for (var answer : answers) {
                assertEquals("token-1", answer.get());
            }
        } finally {
            pool.shutdown();
        }
        assertEquals(1, logins.get());
    }

    @Test
    void nobodyWaitsLongerForAnotherThanItsBudget() throws Exception {
        var entered = new CompletableFuture<Void>();
        var hanging = new CompletableFuture<Token>();
        var slow = tokens(() -> {
            entered.complete(null);
            return hanging.join();
        });
        var first = CompletableFuture.supplyAsync(slow::current);
        entered.get();

        var spent = tokens(this::login, new Deadline(Duration.ZERO, () -> 0));
        assertEquals("token-1", spent.current().token().value());
        assertEquals(Code.GENESYS_TIMEOUT, assertThrows(Failure.class, slow::current).code);

        hanging.complete(login());
        assertEquals("token-2", first.get().token().value());
    }

    private Tokens tokens(Supplier<Token> login) {
        return tokens(login, new Deadline(Duration.ofMillis(200), System::nanoTime));
    }

    private Tokens tokens(Supplier<Token> login, Deadline deadline) {
        return new Tokens(Optional.empty(), () -> PooledToken.own(login.get()), deadline, clock, new RequestLine() {});
    }

    private Token login() {
        return Token.of("token-" + logins.incrementAndGet(), 300, clock.now);
    }
}
