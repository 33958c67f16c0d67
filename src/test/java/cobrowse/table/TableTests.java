package cobrowse.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every table must do. */
abstract class TableTests {
    private static final Optional<Item> NOTHING = Optional.empty();
    private static final Instant UNTIL = Instant.parse("2030-01-01T00:00:10Z");

    private final Deadline deadline = new Deadline(Duration.ofSeconds(10), System::nanoTime);
    private final String id = UUID.randomUUID().toString();

    abstract Table table();

    @Test
    void itemIsPutWhereThereIsNone() {
        assertEquals(NOTHING, table().put(item("first", 0), NOTHING, deadline));

        assertEquals(Optional.of("first"), owner(table().put(item("second", 0), NOTHING, deadline)));
        assertEquals(Optional.of("first"), owner(table().find(id, deadline)));
    }

    @Test
    void itemsOfOtherIdsDoNotMeet() {
        table().put(item("first", 0), NOTHING, deadline);
        var other = new Item(id + "-other", "second", 0, UNTIL, UNTIL, Map.of());

        assertEquals(NOTHING, table().put(other, NOTHING, deadline));
    }

    @Test
    void itemIsPutInPlaceOfTheOneThatWasSeen() {
        table().put(item("first", 0), NOTHING, deadline);
        var seen = table().find(id, deadline);

        assertEquals(NOTHING, table().put(item("second", 0), seen, deadline));
        assertEquals(Optional.of("second"), owner(table().put(item("third", 0), seen, deadline)));
    }

    @Test
    void itemThatHasGoneFurtherThanWasSeenIsInTheWay() {
        table().put(item("first", 0), NOTHING, deadline);
        var seen = table().find(id, deadline);
        table().advance(item("first", 1), deadline);

        assertEquals(Optional.of("first"), owner(table().put(item("second", 0), seen, deadline)));
    }

    @Test
    void stepsGoUpAlone() {
        table().put(item("first", 0), NOTHING, deadline);

        assertTrue(table().advance(item("first", 2), deadline));
        assertTrue(table().advance(item("first", 2), deadline));
        assertFalse(table().advance(item("first", 1), deadline));
        assertEquals(2, table().find(id, deadline).orElseThrow().step());
    }

    @Test
    void onlyTheOwnerAdvances() {
        table().put(item("first", 0), NOTHING, deadline);

        assertFalse(table().advance(item("second", 1), deadline));
        assertEquals(Optional.of("first"), owner(table().find(id, deadline)));
    }

    @Test
    void onlyTheOwnerRemovesAndNotWhatIsFurther() {
        table().put(item("first", 0), NOTHING, deadline);
        table().remove(item("second", 0), deadline);
        assertEquals(Optional.of("first"), owner(table().find(id, deadline)));

        table().advance(item("first", 1), deadline);
        table().remove(item("first", 0), deadline);
        assertEquals(Optional.of("first"), owner(table().find(id, deadline)));

        table().remove(item("first", 1), deadline);
        assertEquals(NOTHING, table().find(id, deadline));
    }

    @Test
    void whatIsGoneStaysGone() {
        table().remove(item("first", 0), deadline);

        assertFalse(table().advance(item("first", 1), deadline));
        assertEquals(NOTHING, table().find(id, deadline));
    }

    @Test
    void dataAndTimesAreKeptAsTheyAre() {
        var data = Map.of("answer", "{\"id\":\"ü\\\"\\\\ \",\"joinUrl\":\"https://join.example/?a=b&c=d\"}");
        table().put(new Item(id, "first", 0, UNTIL, UNTIL.plusSeconds(1), data), NOTHING, deadline);

        var found = table().find(id, deadline).orElseThrow();

        assertEquals(Optional.of(data.get("answer")), found.text("answer"));
        assertEquals(UNTIL, found.until());
        assertEquals(UNTIL.plusSeconds(1), found.expiresAt());
        assertFalse(found.isForeign());
    }

    @Test
    void ofManyAtOnceOneIsPut() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var puts = IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(i -> () -> table().put(item("owner-" + i, 0), NOTHING, deadline)
                            .isEmpty())
                    .toList();
            var done = 0;
            for (var put : threads.invokeAll(puts)) {
                done += put.get() ? 1 : 0;
            }
            assertEquals(1, done);
        } finally {
            threads.shutdownNow();
        }
    }

    private Item item(String owner, int step) {
        return new Item(id, owner, step, UNTIL, UNTIL, Map.of());
    }

    private static Optional<String> owner(Optional<Item> item) {
        return item.map(Item::owner);
    }
}
