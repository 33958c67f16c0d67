package cobrowse.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.time.Budget;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store must do. */
abstract class StoreTests {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00.500Z");
    private static final Instant LEASE = Instant.parse("2030-01-01T00:00:10Z");

    private final Budget budget = new Budget(Duration.ofSeconds(10), System::nanoTime);
    private final String id = UUID.randomUUID().toString();

    abstract Store store();

    @Test
    void claimIsStoredWhereNothingIsInTheWay() {
        assertEquals(Optional.empty(), store().claim(claim("first"), NOW, budget));
        assertEquals(Optional.of(claim("first")), store().claim(claim("second"), NOW, budget));
    }

    @Test
    void claimsOfOtherIdsDoNotMeet() {
        store().claim(claim("first"), NOW, budget);
        var other = Entry.claimed(id + "-other", "request", "second", LEASE);
        assertEquals(Optional.empty(), store().claim(other, NOW, budget));
    }

    @Test
    void claimIsInTheWayUntilItsLeaseIsOver() {
        store().claim(claim("first"), NOW, budget);
        assertTrue(store().claim(claim("second"), LEASE.minusMillis(1), budget).isPresent());
        assertTrue(store().claim(claim("third"), LEASE, budget).isEmpty());
        assertFalse(store().replace(claim("first").sending(LEASE), budget));
        assertTrue(store().replace(claim("third").sending(LEASE), budget));
    }

    @Test
    void whatWasSentIsInTheWayForADay() {
        store().claim(claim("first"), NOW, budget);
        var sending = claim("first").sending(LEASE);
        assertTrue(store().replace(sending, budget));
        var almost = LEASE.plus(Duration.ofHours(24)).minusSeconds(1);
        assertEquals(Optional.of(sending), store().claim(claim("second"), almost, budget));
        assertTrue(store().claim(claim("third"), almost.plusSeconds(1), budget).isEmpty());
    }

    @Test
    void answerIsKeptAsItIs() {
        var answer = "{\"id\":\"ü\\\"\\\\ \",\"joinUrl\":\"https://join.example/?a=b&c=d\"}";
        store().claim(claim("first"), NOW, budget);
        var answered = claim("first").answered(answer, LEASE);
        assertTrue(store().replace(answered, budget));
        assertEquals(Optional.of(answered), store().claim(claim("second"), LEASE, budget));
    }

    @Test
    void unknownOutcomeIsKept() {
        store().claim(claim("first"), NOW, budget);
        var unknown = claim("first").unknown(LEASE);
        assertTrue(store().replace(unknown, budget));
        assertEquals(Optional.of(unknown), store().claim(claim("second"), LEASE, budget));
    }

    @Test
    void onlyTheOwnerReplaces() {
        store().claim(claim("first"), NOW, budget);
        assertFalse(store().replace(claim("second").sending(NOW), budget));
        assertEquals(Optional.of(claim("first")), store().claim(claim("third"), NOW, budget));
    }

    @Test
    void onlyTheOwnerRemoves() {
        store().claim(claim("first"), NOW, budget);
        store().remove(claim("second"), budget);
        assertEquals(Optional.of(claim("first")), store().claim(claim("third"), NOW, budget));
        store().remove(claim("first"), budget);
        assertTrue(store().claim(claim("fourth"), NOW, budget).isEmpty());
    }

    @Test
    void whatIsGoneStaysGone() {
        store().remove(claim("first"), budget);
        assertFalse(store().replace(claim("first").sending(NOW), budget));
        assertTrue(store().claim(claim("second"), NOW, budget).isEmpty());
    }

    @Test
    void ofManyClaimsAtOnceOneIsStored() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var claims = IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(i -> () ->
                            store().claim(claim("owner-" + i), NOW, budget).isEmpty())
                    .toList();
            var stored = 0;
            for (var claim : threads.invokeAll(claims)) {
                stored += claim.get() ? 1 : 0;
            }
            assertEquals(1, stored);
        } finally {
            threads.shutdownNow();
        }
    }

    private Entry claim(String owner) {
        return Entry.claimed(id, "request", owner, LEASE);
    }
}
