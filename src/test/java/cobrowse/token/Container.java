package cobrowse.token;

import cobrowse.table.Table;
import cobrowse.time.Deadline;
import cobrowse.time.SettableClock;
import cobrowse.token.Token.PooledToken;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A container with a clock of its own, on which its waits pass in no time; in a wait, others may do something. */
final class Container {
    final SettableClock clock = new SettableClock();
    final AtomicInteger logins = new AtomicInteger();
    final TokenPool pool;
    LogIn logIn = deadline -> Token.of("token-" + System.nanoTime(), 86_400, clock.now);
    Runnable inEachPause = () -> {};
    Credentials credentials = new Credentials("client", "secret");
    Duration waited = Duration.ZERO;
    double random;

    private long nanoTime;

    /** @param random chooses the slot, and the length of waits */
    Container(Table table, URI login, int size, double random) {
        this.random = random;
        var slots = new Slots(size, clock, () -> this.random, this::pause);
        pool = new TokenPool(table, login, clock, slots);
    }

    PooledToken take() {
        var deadline = new Deadline(Duration.ofSeconds(10), () -> nanoTime);
        return pool.take(new TokenPool.Means(() -> credentials, this::logIn, deadline))
                .orElseThrow();
    }

    private Token logIn(Deadline deadline) {
        logins.incrementAndGet();
        return logIn.newToken(deadline);
    }

    private void pause(Duration wait) {
        waited = waited.plus(wait);
        nanoTime += wait.toNanos();
        clock.now = clock.now.plus(wait);
        inEachPause.run();
    }
}
