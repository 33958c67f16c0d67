package cobrowse.token;

import static cobrowse.time.Deadline.shorter;

import cobrowse.aws.AwsFailure;
import cobrowse.table.Item;
import cobrowse.telemetry.TokenSource;
import cobrowse.time.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** One request's way to a token of the pool. */
final class TokenAcquisition {
    /** What a log-in may take; its lease lasts a second longer. */
    private static final Duration LOG_IN_TIMEOUT = Duration.ofSeconds(4);

    private static final Duration LEASE_MARGIN = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(TokenAcquisition.class);

    private final TokenPool pool;
    private final Slots slots;
    private final Supplier<SharedTokens> tokens;
    private final LogIn logIn;
    private final Duration tableTimeout;
    private final Deadline deadline;
    private final Clock clock;

    TokenAcquisition(
            TokenPool pool,
            Slots slots,
            Supplier<SharedTokens> tokens,
            LogIn logIn,
            Duration tableTimeout,
            Deadline deadline,
            Clock clock) {
        this.pool = pool;
        this.slots = slots;
        this.tokens = tokens;
        this.logIn = logIn;
        this.tableTimeout = tableTimeout;
        this.deadline = deadline;
        this.clock = clock;
    }

    /** Half of the time may go into others' log-ins: what is left is for one's own. */
    PooledToken token() {
        var half = deadline.atMost(deadline.remaining().dividedBy(2));
        try {
            for (var pauses = 0; ; ) {
                var slot = slots.next(deadline);
                var found = look(slot);
                if (found.isPresent()) {
                    return found.get();
                }
                if (half.isOver()) {
                    throw slots.limitedOr(new TokenPool.Unusable("Others log in", null));
                }
                if (slot.isAvailable(clock.instant())) {
                    slots.pause(pauses++, deadline);
                }
            }
        } catch (AwsFailure e) {
            throw slots.limitedOr(new TokenPool.Unusable(e.getMessage(), e));
        }
    }

    private Optional<PooledToken> look(Slot slot) {
        var now = clock.instant();
        var shared = tokens.get();
        var seen = shared.find(slot, tableDeadline());
        var token = seen.filter(item -> !item.owner().equals(slot.rejected))
                .flatMap(shared::token)
                .filter(found -> found.isFresh(now));
        if (token.isPresent()) {
            return token.map(found -> new PooledToken(
                    found, TokenSource.SHARED, Optional.of(slot), seen.get().owner()));
        }
        if (now.isBefore(pool.noLogInBefore)) {
            slot.notBefore = pool.noLogInBefore;
            return Optional.empty();
        }
        var inTheWay = seen.filter(item -> SharedTokens.isInTheWay(item, now));
        inTheWay.filter(SharedTokens::isThrottled).ifPresent(throttled -> slot.notBefore = throttled.until());
        return inTheWay.isEmpty() ? claim(shared, slot, seen) : Optional.empty();
    }

    private Optional<PooledToken> claim(SharedTokens shared, Slot slot, Optional<Item> seen) {
        var until = clock.instant()
                .plus(shorter(LOG_IN_TIMEOUT, deadline.remaining()))
                .plus(LEASE_MARGIN);
        var lease = shared.lease(slot, seen, until, tableDeadline());
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(share(logIn.newToken(deadline.atMost(LOG_IN_TIMEOUT)), shared, slot, lease.get()));
        } catch (LogIn.Postponed e) {
            pool.noLogInBefore = clock.instant().plus(shorter(e.wait, SharedTokens.MAX_THROTTLE));
            slot.notBefore = pool.noLogInBefore;
            quietly(() -> shared.throttle(lease.get(), slot.notBefore, tableDeadline()));
            return Optional.empty();
        } catch (RuntimeException e) {
            quietly(() -> shared.giveUp(lease.get(), tableDeadline()));
            throw e;
        }
    }

    /** With another secret by now, or with no life in it, it serves this container all the same. */
    private PooledToken share(Token token, SharedTokens shared, Slot slot, Item lease) {
        if (tokens.get() == shared && token.isFresh(clock.instant())) {
            return quietly(() -> shared.share(lease, token, tableDeadline()))
                    ? new PooledToken(token, TokenSource.NEW, Optional.of(slot), lease.owner())
                    : PooledToken.own(token);
        }
        quietly(() -> shared.giveUp(lease, tableDeadline()));
        return PooledToken.own(token);
    }

    private static boolean quietly(Supplier<Boolean> write) {
        try {
            return write.get();
        } catch (AwsFailure e) {
            LOG.warnf("A slot of the token pool was not written: %s", e.getMessage());
            return false;
        }
    }

    private Deadline tableDeadline() {
        return deadline.atMost(tableTimeout);
    }
}
