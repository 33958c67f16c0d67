package cobrowse.genesys;

import cobrowse.restclient.CallFailure;
import cobrowse.telemetry.RequestRecord;
import cobrowse.telemetry.TokenSource;
import cobrowse.time.Deadline;
import cobrowse.token.PooledToken;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The token that this container holds: used until shortly before it ends, or is rejected, or throttled. */
@Singleton
class Tokens {
    /** What sharing tokens may cost a request that then has to do without. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Nobody waits for an answer in the init phase, where many containers may be starting at once. */
    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(3);

    private final Function<Duration, PooledToken> supply;
    private final Deadline deadline;
    private final Clock clock;
    private final RequestRecord record;
    private final AtomicReference<PooledToken> held = new AtomicReference<>();
    private final ReentrantLock flight = new ReentrantLock();

    @Inject
    Tokens(TokenSupply supply, Deadline deadline, Clock clock, RequestRecord record) {
        this(supply::next, deadline, clock, record);
    }

    Tokens(Function<Duration, PooledToken> supply, Deadline deadline, Clock clock, RequestRecord record) {
        this.supply = supply;
        this.deadline = deadline;
        this.clock = clock;
        this.record = record;
    }

    /** A token to try; where several callers need a new one, one of them fetches it and the others wait. */
    PooledToken current() {
        var token = held.get();
        if (!isFresh(token)) {
            return renew(PATIENCE);
        }
        record.token(TokenSource.HELD);
        return token;
    }

    /** Fetches a token if there is none. */
    void warmUp() {
        if (!isFresh(held.get())) {
            renew(PATIENCE_AT_START);
        }
    }

    /** Whether the token that is held is one of many: if Genesys throttles it, there are others. */
    boolean areShared() {
        var token = held.get();
        return token != null && token.isShared();
    }

    /** Forgets exactly this token: another caller may have renewed it already. */
    void drop(PooledToken rejected) {
        rejected.reject();
        held.compareAndSet(rejected, null);
    }

    /** Leaves this token alone for a while, and takes another one meanwhile. */
    void rest(PooledToken throttled, Duration wait) {
        throttled.rest(clock.instant().plus(wait));
        held.compareAndSet(throttled, null);
    }

    private PooledToken renew(Duration patience) {
        takeTurn();
        try {
            var token = held.get();
            if (!isFresh(token)) {
                token = supply.apply(patience);
                held.set(token);
                record.token(token.source());
            }
            return token;
        } finally {
            flight.unlock();
        }
    }

    private boolean isFresh(PooledToken token) {
        return token != null && token.token().isFresh(clock.instant());
    }

    private void takeTurn() {
        try {
            if (flight.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new CallFailure.DeadlineExceeded();
    }
}
