package cobrowse.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.table.Item;
import cobrowse.table.MemoryTable;
import cobrowse.table.Table;
import cobrowse.time.Deadline;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table that fails at each of its calls: before it did what it was asked, or after, so that only its answer is lost. */
class FailingTableTest extends IdempotencyTests {
    private final Table memory = new MemoryTable(10, clock);

    enum When {
        BEFORE,
        AFTER
    }

    @ParameterizedTest
    @EnumSource
    void claimThatIsLostEndsWithItsLease(When when) {
        var failure = failure(new FailingAt(1, when));
        assertEquals(Code.IDEMPOTENCY_UNAVAILABLE, failure.code);
        assertEquals(0, started.get());

        clock.now = clock.now.plusSeconds(12);
        assertEquals("{\"id\":\"session-1\"}", once(on(memory), CALLER, KEY, REQUEST, start()));
    }

    @ParameterizedTest
    @EnumSource
    void noteOfSendingThatIsLostLeavesTheKeyFree(When when) {
        var failure = failure(new FailingAt(2, when));
        assertEquals(Code.IDEMPOTENCY_UNAVAILABLE, failure.code);
        assertEquals(0, started.get());

        assertEquals("{\"id\":\"session-1\"}", once(on(memory), CALLER, KEY, REQUEST, start()));
    }

    @ParameterizedTest
    @EnumSource
    void answerThatIsLostIsAnUnknownOutcomeToARepetition(When when) {
        assertEquals("{\"id\":\"session-1\"}", once(on(new FailingAt(3, when)), CALLER, KEY, REQUEST, start()));

        clock.now = clock.now.plusSeconds(12);
        if (when == When.AFTER) {
            assertEquals("{\"id\":\"session-1\"}", once(on(memory), CALLER, KEY, REQUEST, start()));
        } else {
            assertEquals(Code.OUTCOME_UNKNOWN, failure(memory).code);
        }
        assertEquals(1, started.get());
    }

    @ParameterizedTest
    @EnumSource
    void unknownOutcomeThatCannotBeRememberedStaysUnknown(When when) {
        var unknown = new Failure(Code.OUTCOME_UNKNOWN, "lost");
        assertSame(
                unknown,
                assertThrows(
                        Failure.class,
                        () -> once(on(new FailingAt(3, when)), CALLER, KEY, REQUEST, sendAndThrow(unknown))));

        clock.now = clock.now.plusSeconds(12);
        assertEquals(Code.OUTCOME_UNKNOWN, failure(memory).code);
        assertEquals(0, started.get());
    }

    @ParameterizedTest
    @EnumSource
    void keyThatCannotBeFreedIsFreeWhenTheLeaseIsOver(When when) {
        var failure = new Failure(Code.TARGET_NOT_FOUND, "nobody");
        assertSame(
                failure,
                assertThrows(
                        Failure.class, () -> once(on(new FailingAt(2, when)), CALLER, KEY, REQUEST, fail(failure))));

        clock.now = clock.now.plusSeconds(12);
        assertEquals("{\"id\":\"session-1\"}", once(on(memory), CALLER, KEY, REQUEST, start()));
    }

    private Failure failure(Table table) {
        return assertThrows(Failure.class, () -> once(on(table), CALLER, KEY, REQUEST, start()));
    }

    private class FailingAt implements Table {
        private final int failing;
        private final When when;
        private int calls;

        FailingAt(int failing, When when) {
            this.failing = failing;
            this.when = when;
        }

        @Override
        public Optional<Item> find(String id, Deadline deadline) {
            return memory.find(id, deadline);
        }

        @Override
        public Optional<Item> put(Item item, Optional<Item> seen, Deadline deadline) {
            begin();
            var inTheWay = memory.put(item, seen, deadline);
            end();
            return inTheWay;
        }

        @Override
        public void remove(Item item, Deadline deadline) {
            begin();
            memory.remove(item, deadline);
            end();
        }

        private void begin() {
            calls++;
            failIf(when == When.BEFORE);
        }

        private void end() {
            failIf(when == When.AFTER);
        }

        private void failIf(boolean now) {
            if (now && calls == failing) {
                throw new Failure(Code.IDEMPOTENCY_UNAVAILABLE, "down");
            }
        }
    }
}
