package cobrowse.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.aws.Attribute;
import cobrowse.aws.DynamoDb;
import cobrowse.aws.DynamoDbLocal;
import cobrowse.aws.OnDynamoDbLocal;
import cobrowse.aws.PutItem;
import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.telemetry.TokenSource;
import cobrowse.time.Deadline;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers that meet in a real table, each with a clock of its own. */
@QuarkusTest
@TestProfile(OnDynamoDbLocal.class)
class TokenPoolTest {
    private static final Deadline PLENTY = new Deadline(Duration.ofMinutes(1), System::nanoTime);

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

    /** The lease counts from when one sees it, so that a clock that is ahead does not cut it short. */
    @ParameterizedTest
    @ValueSource(longs = {-60, 60})
    void clocksAMinuteApartCostNoLogIn(long seconds) {
        var first = container();
        var other = container();
        other.clock.now = other.clock.now.plusSeconds(seconds);
        var got = new CompletableFuture<PooledToken>();
        first.logIn = deadline -> {
            // While this one logs in, the other comes, and waits.
            other.inEachPause = () -> {
                if (other.waited.compareTo(Duration.ofSeconds(3)) > 0) {
                    throw new StillWaiting();
                }
            };
            assertThrows(StillWaiting.class, other::take);
            return Token.of("token", 86_400, first.clock.now);
        };
        got.complete(first.take());

        other.inEachPause = () -> {};
        assertEquals(got.join().token().value(), other.take().token().value());
        assertEquals(0, other.logins.get());
    }

    @Test
    void rejectedTokenIsReplacedOnceForAll() {
        var first = container();
        var second = container();
        var token = first.take();
        var same = second.take();

        token.reject();
        same.reject();
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
        first.rest(container.clock.now.plusSeconds(30));

        var second = container.take();

        assertNotEquals(first.token().value(), second.token().value());
        container.clock.now = container.clock.now.plusSeconds(31);
        second.rest(container.clock.now.plusSeconds(30));
        assertEquals(first.token().value(), container.take().token().value());
    }

    @Test
    void whereEveryTokenIsThrottledTheShortestWaitIsTheAnswerAndNobodyLogsIn() {
        var container = container(2, 0);
        container.take().rest(container.clock.now.plusSeconds(60));
        container.take().rest(container.clock.now.plusSeconds(40));

        var failure = assertThrows(Failure.class, container::take);

        assertEquals(Code.GENESYS_RATE_LIMITED, failure.code());
        assertEquals(Duration.ofSeconds(40), failure.retryAfter().orElseThrow());
        assertEquals(2, container.logins.get());
    }

    @Test
    void waitThatFitsIsWaitedFor() {
        var container = container();
        var token = container.take();
        token.rest(container.clock.now.plusSeconds(3));

        assertEquals(token.token().value(), container.take().token().value());
        assertEquals(1, container.logins.get());
        assertTrue(container.waited.compareTo(Duration.ofSeconds(3)) >= 0);
    }

    @Test
    void throttledLogInIsLeftAloneByEverybodyThere() {
        var refused = container();
        refused.logIn = deadline -> {
            throw new LogIn.Throttled(Duration.ofSeconds(20), new IllegalStateException("HTTP 429"));
        };
        var other = container();

        for (var container : new Container[] {refused, other, refused, other}) {
            assertEquals(
                    Code.GENESYS_RATE_LIMITED,
                    assertThrows(Failure.class, container::take).code());
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
        changed.client = new Client("client", "changed", URI.create("https://login.example"));

        assertNotEquals(old.token().value(), changed.take().token().value());
        assertEquals(1, changed.logins.get());
    }

    @Test
    void anotherClientOrHostHasAPoolOfItsOwn() {
        container().take();
        var client = container();
        client.client = new Client("another", "secret", URI.create("https://login.example"));
        var host = container();
        host.client = new Client("client", "secret", URI.create("https://login.another"));

        assertEquals(TokenSource.NEW, client.take().source());
        assertEquals(TokenSource.NEW, host.take().source());
        assertEquals(TokenSource.SHARED, container().take().source());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "version", "state", "until", "lengthMillis", "token", "number"})
    void nonsenseIsReplaced(String what) {
        var container = container();
        var id = container.client.item(0);
        var item = new java.util.HashMap<>(Map.of("id", Attribute.of(id)));
        switch (what) {
            case "none" -> {}
            case "number" -> item.put("version", Attribute.of(7));
            default -> {
                item.putAll(Item.token(id, "AAAA", container.clock.now.plusSeconds(100))
                        .attributes());
                item.put(what, Attribute.of("nonsense"));
            }
        }
        dynamoDb.putItem(new PutItem(table, item, "attribute_not_exists(id)", null, null), PLENTY);

        assertEquals(TokenSource.NEW, container.take().source());
        assertEquals(TokenSource.SHARED, container().take().source());
    }

    @Test
    void itemFromElsewhereDoesNotOpen() {
        var container = container(2, 0);
        var token = container.take();
        var stolen = new Table(dynamoDb, table)
                .read(container.client.item(0), PLENTY)
                .orElseThrow();
        var moved = Item.token(container.client.item(1), stolen.ciphertext().orElseThrow(), stolen.until());
        var longer = Item.token(
                stolen.id(), stolen.ciphertext().orElseThrow(), stolen.until().plusSeconds(1));

        assertEquals(
                token.token().value(),
                container.client.open(stolen).orElseThrow().value());
        assertTrue(container.client.open(moved).isEmpty());
        assertTrue(container.client.open(longer).isEmpty());
    }

    @Test
    void withoutATableAContainerHasToDoOnItsOwn() {
        var lost = new Container(dynamoDb, "no-such-table", 1, 0);

        assertThrows(TokenPool.Unusable.class, lost::take);
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
        return new Container(dynamoDb, table, size, random);
    }

    /** Holds a lease, and is never heard of again. */
    private void die(Container container) {
        var lease = Item.leased(container.client.item(0), Duration.ofSeconds(5), container.clock.now);
        assertTrue(new Table(dynamoDb, table).replace(java.util.Optional.empty(), lease, PLENTY));
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
