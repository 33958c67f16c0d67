package cobrowse.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends StoreTests {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant LEASE = NOW.plusSeconds(10);

    private final Store store = new MemoryStore(1_000);
    private final Store small = new MemoryStore(2);

    @Override
    Store store() {
        return store;
    }

    @Test
    void oldestFinishedEntryMakesRoom() {
        put(claim("a").answered("{}", NOW));
        put(claim("b").answered("{}", NOW));
        put(claim("c"));
        assertTrue(isFree("a"));
    }

    @Test
    void youngerEntriesStayWhereTheOldestMakesRoom() {
        put(claim("a").answered("{}", NOW));
        var younger = claim("b").answered("{}", NOW);
        put(younger);
        put(claim("c"));
        assertEquals(Optional.of(younger), small.claim(claim("b"), NOW, null));
    }

    @Test
    void expiredEntriesMakeRoomFirst() {
        var answered = claim("a").answered("{}", NOW);
        put(answered);
        put(claim("b"));
        assertTrue(small.claim(claim("c"), LEASE, null).isEmpty());
        assertEquals(Optional.of(answered), small.claim(claim("a"), LEASE, null));
    }

    @Test
    void entriesInProgressAreNeverDropped() {
        put(claim("a"));
        put(claim("b").sending(NOW));
        var failure = assertThrows(Failure.class, () -> small.claim(claim("c"), NOW, null));
        assertEquals(Code.IDEMPOTENCY_UNAVAILABLE, failure.code());
        assertEquals(Optional.of(claim("a")), small.claim(claim("a"), NOW, null));
    }

    private void put(Entry entry) {
        assertTrue(isFree(entry.id()));
        assertEquals(entry.state() != Entry.State.CLAIMED, small.replace(entry, null));
    }

    private boolean isFree(String id) {
        return small.claim(claim(id), NOW, null).isEmpty();
    }

    private static Entry claim(String id) {
        return Entry.claimed(id, "request", "owner-" + id, LEASE);
    }
}
