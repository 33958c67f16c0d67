package cobrowse.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.aws.DynamoDb;
import cobrowse.aws.DynamoDbLocal;
import cobrowse.aws.OnDynamoDbLocal;
import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.table.DynamoDbTable;
import cobrowse.table.Table;
import cobrowse.telemetry.RequestLine.TokenSource;
import cobrowse.time.Deadline;
import cobrowse.token.Token.PooledToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers that meet in a real table, each with a clock of its own. */
@QuarkusTest
@TestProfile(OnDynamoDbLocal.class)
class TokenPoolTest {
    private static final Deadline PLENTY = new Deadline(Duration.ofMinutes(1), System::nanoTime);

    private static final URI LOGIN = URI.create("https://login.example");

    private final String table = "tokens-" + UUID.randomUUID();

    /** Set by {@link OnDynamoDbLocal}. */
    DynamoDbLocal local;

    @Inject
    DynamoDb dynamoDb;

    @BeforeEach
    void emptyTable() {
        local.createTable(table);
    }

    @Test
    void oneLogsInAndTheOthersTakeItsToken() {
        var first = container().take();
        var other = container();
        var second = other.take();

        assertEquals(TokenSource.NEW, first.source());
        assertEquals(TokenSource.SHARED, second.source());
        assertEquals(first.token().value(), second.token().value());
        assertEquals(0, other.logins.get());
    }

    @Test
    void whatIsStoredHoldsNeitherTokenNorSecretNorClient() {
        var token = container().take();

        var stored = local.scan(table);
        assertTrue(stored.contains("token#"), stored);
        assertFalse(stored.contains(token.token().value()), stored);
        assertFalse(stored.contains("secret"), stored);
        assertFalse(stored.contains("client"), stored);
    }

    @Test
    void ofManyAtOnceOneLogsIn() throws Exception {
        var many = 12;
        var start = new CyclicBarrier(many);
        var containers = IntStream.range(0, many).mapToObj(i -> container()).toList();
        containers.forEach(each -> each.inEachPause = () -> LockSupport.parkNanos(100_000_000));
        var threads = Executors.newFixedThreadPool(many);
        try {
            var tokens = containers.stream()
                    .map(container -> CompletableFuture.supplyAsync(() -> atOnce(start, container), threads))
                    .toList();
            for (var token : tokens) {
                assertEquals(
                        tokens.get(0).get().token().value(), token.get().token().value());
            }
        } finally {
            threads.shutdown();
        }
        assertEquals(1, containers.stream().mapToInt(each -> each.logins.get()).sum());
    }

    @Test
    void leaseOfADeadContainerCostsOneLeaseAndNoMore() {
        die(container());
        var next = container();

        assertEquals(TokenSource.NEW, next.take().source());

        assertTrue(next.waited.compareTo(Duration.ofSeconds(5)) >= 0, next.waited.toString());
        assertTrue(next.waited.compareTo(Duration.ofSeconds(6)) < 0, next.waited.toString());
        assertEquals(TokenSource.SHARED, container().take().source());
    }

    @Test
    void leaseThatIsLongOverIsNotWaitedFor() {
        die(container());
        var next = container();
        next.clock.now = next.clock.now.plus(Duration.ofMinutes(10));

        assertEquals(TokenSource.NEW, next.take().source());
        assertEquals(Duration.ZERO, next.waited);
    }

    @Test
    void whileAnotherLogsInAnyFreshTokenWillDo() {
        var there = container(2, 0.9).take();
        die(container(2, 0));
        var next = container(2, 0);
        // Waits for slot 0, and looks at any slot meanwhile.
        next.inEachPause = () -> next.random = 0.9;

        assertEquals(there.token().value(), next.take().token().value());
        assertEquals(0, next.logins.get());
    }

    /** Leases count by the wall clock: one that is ahead takes one for over too early, and logs in. */
    @ParameterizedTest
    @CsvSource({"-60, 0", "60, 1"})
    void clocksAMinuteApartCostOneLogInAtMost(long seconds, int logIns) {
        var first = container();
        var other = container();
        other.clock.now = other.clock.now.plusSeconds(seconds);
        var got = new ArrayList<PooledToken>();
        first.logIn = deadline -> {
            // While this one logs in, the other comes, and waits.
            other.inEachPause = () -> {
                if (other.waited.compareTo(Duration.ofSeconds(3)) > 0) {
                    throw new StillWaiting();
                }
            };
            try {
                got.add(other.take());
            } catch (StillWaiting e) {
                // the token is not there yet
            }
            return Token.of("token", 86_400, first.clock.now);
        };
        first.take();
        other.inEachPause = () -> {};

        assertEquals(logIns, got.size());
        assertEquals(container().take().token().value(), other.take().token().value());
        assertEquals(logIns, other.logins.get());
    }

    @Test
    void leaseForYearsIsNotWaitedFor() {
        var container = container();
        lease(container.clock.now.plus(Duration.ofDays(3_650)));

        assertEquals(TokenSource.NEW, container.take().source());
        assertEquals(Duration.ZERO, container.waited);
    }

    @Test
    void rejectedTokenIsReplacedOnceForAll() {
        var first = container();
        var second = container();
        var token = first.take();
        var same = second.take();

        first.pool.reject(token);
        second.pool.reject(same);
        var renewed = first.take();

        assertNotEquals(token.token().value(), renewed.token().value());
        assertEquals(renewed.token().value(), second.take().token().value());
        assertEquals(2, first.logins.get());
        assertEquals(0, second.logins.get());
        assertEquals(renewed.token().value(), container().take().token().value());
    }

    @Test
    void throttledTokenIsLeftAloneForAnotherOne() {
        var container = container(2, 0);
        var first = container.take();
        container.pool.leaveAlone(first, container.clock.now.plusSeconds(30));

        var second = container.take();

        assertNotEquals(first.token().value(), second.token().value());
        container.clock.now = container.clock.now.plusSeconds(31);
        container.pool.leaveAlone(second, container.clock.now.plusSeconds(30));
        assertEquals(first.token().value(), container.take().token().value());
    }

    @Test
    void whereEveryTokenIsThrottledTheShortestWaitIsTheAnswerAndNobodyLogsIn() {
        var container = container(2, 0);
        container.pool.leaveAlone(container.take(), container.clock.now.plusSeconds(60));
        container.pool.leaveAlone(container.take(), container.clock.now.plusSeconds(40));

        var failure = assertThrows(Failure.class, container::take);

        assertEquals(Code.GENESYS_RATE_LIMITED, failure.code);
        assertEquals(Duration.ofSeconds(40), failure.retryAfter.orElseThrow());
        assertEquals(2, container.logins.get());
    }

    @Test
    void waitThatFitsIsWaitedFor() {
        var container = container();
        var token = container.take();
        container.pool.leaveAlone(token, container.clock.now.plusSeconds(3));

        assertEquals(token.token().value(), container.take().token().value());
        assertEquals(1, container.logins.get());
        assertTrue(container.waited.compareTo(Duration.ofSeconds(3)) >= 0);
    }

    @Test
    void throttledLogInIsLeftAloneByEverybodyThere() {
        var refused = container();
        refused.logIn = deadline -> {
            throw new LogIn.Postponed(Duration.ofSeconds(20), new IllegalStateException("HTTP 429"));
        };
        var other = container();

        for (var container : new Container[] {refused, other, refused, other}) {
            assertEquals(Code.GENESYS_RATE_LIMITED, assertThrows(Failure.class, container::take).code);
        }
        assertEquals(1, refused.logins.get());
        assertEquals(0, other.logins.get());

        other.clock.now = other.clock.now.plusSeconds(41);
        assertEquals(TokenSource.NEW, other.take().source());
    }

    @Test
    void logInThatFailsDoesNotKeepTheSlot() {
        var failing = container();
        failing.logIn = deadline -> {
            throw new IllegalStateException("down");
        };
        assertThrows(IllegalStateException.class, failing::take);

        var next = container();
        assertEquals(TokenSource.NEW, next.take().source());
        assertEquals(Duration.ZERO, next.waited);
    }

    @Test
    void changedSecretMakesItemsUnreadableAndTheyAreReplaced() {
        var old = container().take();
        var changed = container();
        changed.credentials = new Credentials("client", "changed");

        assertNotEquals(old.token().value(), changed.take().token().value());
        assertEquals(1, changed.logins.get());
    }

    @Test
    void anotherClientOrHostHasAPoolOfItsOwn() {
        container().take();
        var client = container();
        client.credentials = new Credentials("another", "secret");
        var host = new Container(table(), URI.create("https://login.another"), 1, 0);

        assertEquals(TokenSource.NEW, client.take().source());
        assertEquals(TokenSource.NEW, host.take().source());
        assertEquals(TokenSource.SHARED, container().take().source());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "owner", "step", "until", "expiresAt", "token"})
    void nonsenseIsReplaced(String what) {
        container().take();
        var item = items().get(0);
        if (what.equals("id")) {
            item.retain("id");
        } else {
            item.putObject(what).put(what.equals("owner") ? "N" : "S", "7");
        }
        put(item);

        var container = container();
        assertEquals(TokenSource.NEW, container.take().source());
        assertEquals(TokenSource.SHARED, container().take().source());
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "false, 1"})
    void itemFromElsewhereIsNotDecrypted(boolean moved, long longer) {
        container(2, 0).take();
        var item = items().get(0);
        var id = item.at("/id/S").asText();
        var until = item.at("/until/N").asLong() + longer;
        item.putObject("id").put("S", moved ? id.replaceFirst("0$", "1") : id);
        item.putObject("until").put("N", Long.toString(until));
        put(item);

        assertEquals(TokenSource.NEW, container(2, moved ? 0.9 : 0).take().source());
    }

    @Test
    void withoutATableAContainerHasToDoOnItsOwn() {
        var lost = new Container(new DynamoDbTable(dynamoDb, "no-such-table"), LOGIN, 1, 0);

        assertThrows(NoSuchElementException.class, lost::take);
        assertEquals(0, lost.logins.get());
    }

    @Test
    void tokenThatLivesNoTimeIsNotShared() {
        var container = container();
        container.logIn = deadline -> Token.of("short", 0, container.clock.now);

        assertFalse(container.take().isShared());
        assertEquals(TokenSource.NEW, container().take().source());
    }

    private Container container() {
        return container(1, 0);
    }

    private Container container(int size, double random) {
        return new Container(table(), LOGIN, size, random);
    }

    private Table table() {
        return new DynamoDbTable(dynamoDb, table);
    }

    /** Holds a lease, and is never heard of again. */
    private void die(Container container) {
        lease(container.clock.now.plusSeconds(5));
    }

    private void lease(Instant until) {
        var lease = new SharedTokens(table(), new Credentials("client", "secret"), LOGIN)
                .lease(new Slots.Slot(0), Optional.empty(), until, PLENTY);
        assertTrue(lease.isPresent());
    }

    private List<ObjectNode> items() {
        var items = new ArrayList<ObjectNode>();
        dynamoDb.call("Scan", JsonNodeFactory.instance.objectNode().put("TableName", table), PLENTY)
                .path("Items")
                .forEach(item -> items.add((ObjectNode) item));
        return items;
    }

    private void put(ObjectNode item) {
        var input = JsonNodeFactory.instance.objectNode().put("TableName", table);
        dynamoDb.call("PutItem", input.set("Item", item), PLENTY);
    }

    private static PooledToken atOnce(CyclicBarrier start, Container container) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return container.take();
    }

    private static final class StillWaiting extends RuntimeException {}
}
