package cobrowse.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryTableTest extends TableTests {
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration DAY = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock();
    private final Table table = new MemoryTable(1_000, clock);
    private final Table small = new MemoryTable(2, clock);

    @Override
    Table table() {
        return table;
    }

    @Test
    void oldestFinishedItemMakesRoom() {
        putFinished("a");
        putFinished("b");
        putInProgress("c");

        assertEquals(Optional.empty(), small.find("a", null));
        assertTrue(small.find("b", null).isPresent());
    }

    @Test
    void expiredItemsMakeRoomFirst() {
        putFinished("a");
        putInProgress("b");
        clock.now = clock.now.plus(LEASE);
        putInProgress("c");

        assertTrue(small.find("a", null).isPresent());
        assertEquals(Optional.empty(), small.find("b", null));
    }

    @Test
    void itemsInProgressAreNeverDropped() {
        putInProgress("a");
        putInProgress("b");

        var failure = assertThrows(Failure.class, () -> putInProgress("c"));

        assertEquals(Code.IDEMPOTENCY_UNAVAILABLE, failure.code);
        assertTrue(small.find("a", null).isPresent());
    }

    private void putFinished(String id) {
        put(id, clock.now, clock.now.plus(DAY));
    }

    private void putInProgress(String id) {
        put(id, clock.now.plus(LEASE), clock.now.plus(LEASE));
    }

    private void put(String id, Instant until, Instant expiresAt) {
        var item = new Item(id, "owner", 0, until, expiresAt, Map.of());
        assertEquals(Optional.empty(), small.put(item, Optional.empty(), null));
    }
}
