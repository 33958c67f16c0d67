package cobrowse.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.time.Deadline;
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

    private final Deadline deadline = new Deadline(Duration.ofSeconds(10), System::nanoTime);
    private final String id = UUID.randomUUID().toString();

    abstract Store store();

    @Test
    void claimIsStoredWhereNothingIsInTheWay() {
        assertEquals(Optional.empty(), store().claim(claim("first"), NOW, deadline));
        assertEquals(Optional.of(claim("first")), store().claim(claim("second"), NOW, deadline));
    }

    @Test
    void claimsOfOtherIdsDoNotMeet() {
        store().claim(claim("first"), NOW, deadline);
        var other = Entry.claimed(id + "-other", "request", "second", LEASE);
        assertEquals(Optional.empty(), store().claim(other, NOW, deadline));
    }

    @Test
    void claimIsInTheWayUntilItsLeaseIsOver() {
        store().claim(claim("first"), NOW, deadline);
        assertTrue(
                store().claim(claim("second"), LEASE.minusMillis(1), deadline).isPresent());
        assertTrue(store().claim(claim("third"), LEASE, deadline).isEmpty());
        assertFalse(store().replace(claim("first").sending(LEASE), deadline));
        assertTrue(store().replace(claim("third").sending(LEASE), deadline));
    }

    @Test
    void whatWasSentIsInTheWayForADay() {
        store().claim(claim("first"), NOW, deadline);
        var sending = claim("first").sending(LEASE);
        assertTrue(store().replace(sending, deadline));
        var almost = LEASE.plus(Duration.ofHours(24)).minusSeconds(1);
        assertEquals(Optional.of(sending), store().claim(claim("second"), almost, deadline));
        assertTrue(
                store().claim(claim("third"), almost.plusSeconds(1), deadline).isEmpty());
    }

    @Test
    void answerIsKeptAsItIs() {
        var answer = "{\"id\":\"ü\\\"\\\\ \",\"joinUrl\":\"https://join.example/?a=b&c=d\"}";
        store().claim(claim("first"), NOW, deadline);
        var answered = claim("first").answered(answer, LEASE);
        assertTrue(store().replace(answered, deadline));
        assertEquals(Optional.of(answered), store().claim(claim("second"), LEASE, deadline));
    }

    @Test
    void unknownOutcomeIsKept() {
        store().claim(claim("first"), NOW, deadline);
        var unknown = claim("first").unknown(LEASE);
        assertTrue(store().replace(unknown, deadline));
        assertEquals(Optional.of(unknown), store().claim(claim("second"), LEASE, deadline));
    }

    @Test
    void onlyTheOwnerReplaces() {
        store().claim(claim("first"), NOW, deadline);
        assertFalse(store().replace(claim("second").sending(NOW), deadline));
        assertEquals(Optional.of(claim("first")), store().claim(claim("third"), NOW, deadline));
    }

    @Test
    void onlyTheOwnerRemoves() {
        store().claim(claim("first"), NOW, deadline);
        store().remove(claim("second"), deadline);
        assertEquals(Optional.of(claim("first")), store().claim(claim("third"), NOW, deadline));
        store().remove(claim("first"), deadline);
        assertTrue(store().claim(claim("fourth"), NOW, deadline).isEmpty());
    }

    @Test
    void whatIsGoneStaysGone() {
        store().remove(claim("first"), deadline);
        assertFalse(store().replace(claim("first").sending(NOW), deadline));
        assertTrue(store().claim(claim("second"), NOW, deadline).isEmpty());
    }

    @Test
    void ofManyClaimsAtOnceOneIsStored() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var claims = IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(i -> () ->
                            store().claim(claim("owner-" + i), NOW, deadline).isEmpty())
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
