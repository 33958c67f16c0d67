package cobrowse.token;

import cobrowse.aws.DynamoDb;
import cobrowse.failure.Failure;
import cobrowse.time.Deadline;
import cobrowse.time.RequestTimeout;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The tokens that all containers share: {@code TOKEN_POOL_SIZE} slots in a DynamoDB table. Genesys Cloud counts requests by
 * token and throttles log-ins, so neither one token for all would do nor one for each container.
 */
@Singleton
public class TokenPool {
    final Optional<Table> table;
    final List<Slot> slots;
    final Duration longestWait;
    final Clock clock;
    final DoubleSupplier random;
    final Consumer<Duration> pause;

    volatile Instant noLogInBefore = Instant.MIN;

    @Inject
    TokenPool(PoolSettings settings, Instance<DynamoDb> dynamoDb, RequestTimeout timeout, Clock clock) {
        this(
                settings.table.map(name -> new Table(dynamoDb.get(), name)),
                settings.size,
                // A request that met the lease of a container that died has to have time for its own log-in.
                timeout.duration().dividedBy(2),
                clock,
                () -> ThreadLocalRandom.current().nextDouble(),
                wait -> LockSupport.parkNanos(wait.toNanos()));
    }

    TokenPool(
            Optional<Table> table,
            int size,
            Duration longestWait,
            Clock clock,
            DoubleSupplier random,
            Consumer<Duration> pause) {
        this.table = table;
        this.slots = IntStream.range(0, size).mapToObj(Slot::new).toList();
        this.longestWait = longestWait;
        this.clock = clock;
        this.random = random;
        this.pause = pause;
    }

    public boolean isUsed() {
        return table.isPresent();
    }

    /**
     * A token of the pool that is neither rejected nor throttled, as far as this container knows; one caller at a time.
     *
     * @param client asked again after a log-in, which may have found that its secret was changed
     * @param patience with the table, before a log-in and again after it: what sharing may cost where it fails
     * @param logIn is tried where there is no fresh token, by one container for each slot
     * @throws Failure {@code GENESYS_RATE_LIMITED} if everything is throttled for longer than there is time
     * @throws Unusable if the table cannot be used
     */
    public PooledToken take(Supplier<Client> client, LogIn logIn, Duration patience, Deadline deadline) {
        return new Search(this, client, logIn, patience, deadline).token();
    }

    /** The slot of the token that was rejected, which is looked at first. */
    Optional<Slot> toReplace() {
        return slots.stream().filter(Slot::isToReplace).findFirst();
    }

    /** The table cannot be used: a container then has to do on its own. */
    public static final class Unusable extends RuntimeException {
        Unusable(RuntimeException cause) {
            super(cause == null ? "A slot cannot be claimed" : cause.getMessage(), cause, false, false);
        }
    }
}
