package cobrowse.genesys;

import cobrowse.restclient.CallFailure;
import cobrowse.telemetry.RequestRecord;
import cobrowse.telemetry.TokenSource;
import cobrowse.time.Deadline;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The token that this container holds: fetched once, used until shortly before it ends, dropped when it is rejected. */
@Singleton
class Tokens {
    private final Supplier<Token> login;
    private final Deadline deadline;
    private final Clock clock;
    private final RequestRecord record;
    private final AtomicReference<Token> held = new AtomicReference<>();
    private final ReentrantLock flight = new ReentrantLock();

    @Inject
    Tokens(Login login, Deadline deadline, Clock clock, RequestRecord record) {
        this((Supplier<Token>) login::newToken, deadline, clock, record);
    }

    Tokens(Supplier<Token> login, Deadline deadline, Clock clock, RequestRecord record) {
        this.login = login;
        this.deadline = deadline;
        this.clock = clock;
        this.record = record;
    }

    /** A token to try; where several callers need a new one, one of them fetches it and the others wait. */
    Token current() {
        var token = held.get();
        if (!isFresh(token)) {
            return renew();
        }
        record.token(TokenSource.HELD);
        return token;
    }

    /** Forgets exactly this token: another caller may have renewed it already. */
    void drop(Token token) {
        held.compareAndSet(token, null);
    }

    private Token renew() {
        takeTurn();
        try {
            var token = held.get();
            var source = TokenSource.HELD;
            if (!isFresh(token)) {
                token = login.get();
                held.set(token);
                source = TokenSource.NEW;
            }
            record.token(source);
            return token;
        } finally {
            flight.unlock();
        }
    }

    private boolean isFresh(Token token) {
        return token != null && token.isFresh(clock.instant());
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
