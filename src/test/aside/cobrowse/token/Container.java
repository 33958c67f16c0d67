package cobrowse.token;

import cobrowse.aws.DynamoDb;
import cobrowse.time.Deadline;
import cobrowse.time.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A container with a clock of its own, on which its waits pass in no time; in a wait, others may do something. */
final class Container {
    final SettableClock clock = new SettableClock();
    final AtomicInteger logins = new AtomicInteger();
    LogIn logIn = deadline -> Token.of("token-" + System.nanoTime(), 86_400, clock.now);
    Runnable inEachPause = () -> {};
    Client client = new Client("client", "secret", URI.create("https://login.example"));
    Duration waited = Duration.ZERO;
    double random;

    private final TokenPool pool;
    private long nanoTime;

    /** @param random chooses the slot, and the length of waits */
    Container(DynamoDb dynamoDb, String table, int size, double random) {
        this.random = random;
        pool = new TokenPool(
                Optional.of(new Table(dynamoDb, table)),
                size,
                Duration.ofSeconds(5),
                clock,
                () -> this.random,
                (Consumer<Duration>) this::pause);
    }

    PooledToken take() {
        return take(Duration.ofSeconds(10));
    }

    PooledToken take(Duration most) {
        var deadline = new Deadline(most, () -> nanoTime);
        return pool.take(() -> client, this::logIn, Duration.ofSeconds(20), deadline);
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
