package cobrowse.token;

import static cobrowse.time.Durations.shorter;

import cobrowse.aws.AwsFailure;
import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.restclient.CallFailure;
import cobrowse.telemetry.TokenSource;
import cobrowse.time.Deadline;
import cobrowse.token.Item.State;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
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
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 500;
    /** Whoever is refused that often has met an item that it cannot read. */
    private static final int MOST_REFUSED_CLAIMS = 8;

    private static final Logger LOG = Logger.getLogger(Search.class);

    private final TokenPool pool;
    private final Table table;
    private final Supplier<Client> clients;
    private final LogIn logIn;
    private final Duration patience;
    private final Deadline deadline;
    private Slot own;
    private int refusedClaims;

    Search(TokenPool pool, Supplier<Client> clients, LogIn logIn, Duration patience, Deadline deadline) {
        this.pool = pool;
        this.table = pool.table.orElseThrow();
        this.clients = clients;
        this.logIn = logIn;
        this.patience = patience;
        this.deadline = deadline;
    }

    PooledToken token() {
        own = pool.toReplace().orElseGet(this::anyAwake);
        try {
            var slot = own;
            for (var pauses = 0; ; ) {
                var found = look(slot);
                if (found.isPresent()) {
                    return found.get();
                }
                if (own.rests(now())) {
                    own = anyAwake();
                    slot = own;
                } else {
                    pause(pauses++);
                    slot = slot == own ? anyAwake() : own;
                }
            }
        } catch (AwsFailure e) {
            throw anyRests() ? limited(shortestRest(now())) : new TokenPool.Unusable(e);
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
            rest(lease, shorter(spread(e.wait), LONGEST_REST));
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

    /** Any slot that need not be left alone; waits for one if there is time. */
    private Slot anyAwake() {
        while (true) {
            var now = now();
            var awake = pool.slots.stream().filter(slot -> !slot.rests(now)).toList();
            if (!awake.isEmpty()) {
                return awake.get((int) (pool.random.getAsDouble() * awake.size()));
            }
            var wait = shortestRest(now);
            if (!deadline.allows(wait)) {
                throw limited(wait);
            }
            pool.pause.accept(wait.plusMillis((long) (pool.random.getAsDouble() * FIRST_PAUSE_MILLIS)));
        }
    }

    /** Longer each time, and random, so that a fleet does not ask in step. */
    private void pause(int before) {
        var most = Math.min(FIRST_PAUSE_MILLIS << Math.min(before, 8), LONGEST_PAUSE_MILLIS);
        var wait = Duration.ofMillis((long) (most * (0.5 + pool.random.getAsDouble() / 2)));
        if (!deadline.allows(wait)) {
            throw anyRests() ? limited(shortestRest(now())) : new CallFailure.DeadlineExceeded();
        }
        pool.pause.accept(wait);
    }

    private boolean anyRests() {
        return pool.slots.stream().anyMatch(slot -> slot.rests(now()));
    }

    private Duration shortestRest(Instant now) {
        var first = pool.slots.stream()
                .map(Slot::restsUntil)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(now);
        return Duration.between(now, first);
    }

    private static Failure limited(Duration wait) {
        return new Failure(
                Code.GENESYS_RATE_LIMITED,
                "Genesys Cloud limits the rate of every token there is, and of log-ins.",
                wait);
    }

    private Duration spread(Duration wait) {
        return wait.plusMillis((long) (pool.random.getAsDouble() * wait.toMillis()));
    }

    /** Of the deadline, for the table. */
    private Deadline little() {
        return deadline.atMost(patience);
    }

    private Instant now() {
        return pool.clock.instant();
    }
}
