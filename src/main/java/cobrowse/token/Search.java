package cobrowse.token;

import static cobrowse.time.Durations.shorter;

import cobrowse.aws.AwsFailure;
import cobrowse.telemetry.TokenSource;
import cobrowse.time.Deadline;
import cobrowse.token.Item.State;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One search for a token. It has a slot of its own, chosen at random, where it logs in if nobody else does; while it waits
 * there for another container's log-in, a fresh token in any other slot will do as well.
 */
final class Search {
    /** What a log-in may take; its lease lasts a second longer. */
    static final Duration LOG_IN = Duration.ofSeconds(4);

    private static final Duration LEASE_MARGIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    /** Whoever is refused that often has met an item that it cannot read. */
    private static final int MOST_REFUSED_CLAIMS = 8;

    private static final Logger LOG = Logger.getLogger(Search.class);

    private final TokenPool pool;
    private final Table table;
    private final Supplier<Client> clients;
    private final LogIn logIn;
    private final Duration patience;
    private final Deadline deadline;
    private final Waits waits;
    private Slot own;
    private int refusedClaims;

    Search(TokenPool pool, Supplier<Client> clients, LogIn logIn, Duration patience, Deadline deadline) {
        this.pool = pool;
        this.table = pool.table.orElseThrow();
        this.clients = clients;
        this.logIn = logIn;
        this.patience = patience;
        this.deadline = deadline;
        this.waits = new Waits(pool, deadline);
    }

    PooledToken token() {
        own = pool.toReplace().orElseGet(waits::anyAwake);
        try {
            var slot = own;
            for (var pauses = 0; ; ) {
                var found = look(slot);
                if (found.isPresent()) {
                    return found.get();
                }
                if (own.rests(now())) {
                    own = waits.anyAwake();
                    slot = own;
                } else {
                    waits.pause(pauses++);
                    slot = slot == own ? waits.anyAwake() : own;
                }
            }
        } catch (AwsFailure e) {
            throw waits.limitedOr(new TokenPool.Unusable(e));
        }
    }

    private Optional<PooledToken> look(Slot slot) {
        var now = now();
        var client = clients.get();
        var little = little();
        var item = table.read(client.item(slot.number), little);
        var token = item.filter(found -> found.is(State.TOKEN) && !slot.isRejected(found))
                .flatMap(client::open)
                .filter(found -> found.isFresh(now));
        if (token.isPresent()) {
            return token.map(found -> new PooledToken(found, TokenSource.SHARED, slot.holding(item.get())));
        }
        return slot == own && mayLogIn(item, now) ? claim(client, item, now, little) : Optional.empty();
    }

    private boolean mayLogIn(Optional<Item> item, Instant now) {
        if (now.isBefore(pool.noLogInBefore)) {
            own.rest(pool.noLogInBefore);
            return false;
        }
        var leased = item.filter(found -> found.is(State.LEASED));
        if (leased.isPresent()) {
            return !now.isBefore(own.see(leased.get(), shorter(leased.get().length(), pool.longestWait), now));
        }
        item.filter(found -> found.is(State.THROTTLED))
                .ifPresent(throttled -> own.rest(own.see(throttled, throttled.length(), now)));
        return !own.rests(now);
    }

    private Optional<PooledToken> claim(Client client, Optional<Item> before, Instant now, Deadline little) {
        var lease = Item.leased(
                client.item(own.number), shorter(LOG_IN, deadline.remaining()).plus(LEASE_MARGIN), now);
        if (!table.replace(before, lease, little)) {
            if (++refusedClaims == MOST_REFUSED_CLAIMS) {
                throw new TokenPool.Unusable(null);
            }
            return Optional.empty();
        }
        try {
            return Optional.of(share(logIn.newToken(deadline.atMost(LOG_IN)), lease));
        } catch (LogIn.Throttled e) {
            rest(lease, shorter(waits.spread(e.wait), LONGEST_REST));
            return Optional.empty();
        } catch (RuntimeException e) {
            quietly(() -> table.remove(lease, little()));
            throw e;
        }
    }

    /** A token that cannot be shared serves this container all the same. */
    private PooledToken share(Token token, Item lease) {
        var client = clients.get();
        if (!client.item(own.number).equals(lease.id()) || !token.isFresh(now())) {
            quietly(() -> table.remove(lease, little()));
            return PooledToken.own(token);
        }
        var renewAt = token.renewAt().truncatedTo(ChronoUnit.SECONDS);
        var item = Item.token(lease.id(), client.close(token.value(), lease.id(), renewAt), renewAt);
        return quietly(() -> table.replace(Optional.of(lease), item, little()))
                ? new PooledToken(token, TokenSource.NEW, own.holding(item))
                : PooledToken.own(token);
    }

    /** For this container, and in the table for those who would try the same slot. */
    private void rest(Item lease, Duration wait) {
        var now = now();
        pool.noLogInBefore = now.plus(wait);
        var item = Item.throttled(lease.id(), wait, now);
        own.rest(own.see(item, wait, now));
        quietly(() -> table.replace(Optional.of(lease), item, little()));
    }

    private static boolean quietly(BooleanSupplier write) {
        try {
            return write.getAsBoolean();
        } catch (AwsFailure e) {
            LOG.warnf("A slot of the token pool was not written: %s", e.getMessage());
            return false;
        }
    }

    /** Of the deadline, for the table. */
    private Deadline little() {
        return deadline.atMost(patience);
    }

    private Instant now() {
        return pool.clock.instant();
    }
}
