package cobrowse.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.table.Item;
import cobrowse.table.MemoryTable;
import cobrowse.table.Table;
import cobrowse.time.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IdempotencyTest extends IdempotencyTests {
    private final Map<String, Item> items = new HashMap<>();
    private final List<Runnable> tasks = new ArrayList<>();
    private final Table table = seen(new MemoryTable(10, clock));

    @Test
    void answerIsRememberedForADay() {
        var first = once(KEY, REQUEST, start());
        clock.now = clock.now.plus(Duration.ofHours(24)).minusSeconds(1);
        assertEquals(first, once(KEY, REQUEST, start()));
        assertEquals(1, started.get());
    }

    @Test
    void keyIsForgottenAfterADay() {
        once(KEY, REQUEST, start());
        clock.now = clock.now.plus(Duration.ofHours(24));
        assertEquals("{\"id\":\"session-2\"}", once(KEY, REQUEST, start()));
    }

    @Test
    void callerAndKeyAreNotTakenForOneWord() {
        once(KEY, REQUEST, start());
        once(on(table), CALLER.substring(0, CALLER.length() - 1), "e" + KEY, REQUEST, start());
        assertEquals(2, started.get());
    }

    @Test
    void keyOfAnotherRequestIsRefusedWhileThatRuns() {
        once(KEY, REQUEST, sending -> {
            assertEquals(Code.IDEMPOTENCY_KEY_REUSED, failure("other", start()).code);
            return "{}";
        });
    }

    @Test
    void requestThatStillRunsIsNotRunAgain() {
        once(KEY, REQUEST, sending -> {
            var before = failure(REQUEST, start());
            sending.run();
            var after = failure(REQUEST, start());
            assertEquals(Code.REQUEST_IN_PROGRESS, before.code);
            assertEquals(Code.REQUEST_IN_PROGRESS, after.code);
            assertEquals(Optional.of(Duration.ofSeconds(2)), before.retryAfter);
            assertEquals(before.retryAfter, after.retryAfter);
            return "{}";
        });
        assertEquals(0, started.get());
    }

    @Test
    void attemptThatDiedBeforeSendingIsTakenOver() {
        once(KEY, REQUEST, slow -> {
            clock.now = clock.now.plusSeconds(12);
            assertEquals("{\"id\":\"session-1\"}", once(KEY, REQUEST, start()));
            // and if it was not dead, but frozen, it may not send any more
            var refused = assertThrows(Failure.class, slow::run);
            assertEquals(Code.REQUEST_IN_PROGRESS, refused.code);
            return "{}";
        });
        assertEquals("{\"id\":\"session-1\"}", once(KEY, REQUEST, start()));
    }

    @Test
    void attemptThatDiedAfterSendingIsNeverRepeated() {
        once(KEY, REQUEST, sending -> {
            sending.run();
            clock.now = clock.now.plusSeconds(12);
            assertEquals(Code.OUTCOME_UNKNOWN, failure(REQUEST, start()).code);
            clock.now = clock.now.plus(Duration.ofHours(23));
            assertEquals(Code.OUTCOME_UNKNOWN, failure(REQUEST, start()).code);
            return "{}";
        });
        assertEquals(0, started.get());
    }

    @Test
    void unknownOutcomeIsRememberedForADay() {
        var unknown = new Failure(Code.OUTCOME_UNKNOWN, "lost");
        assertSame(unknown, failure(REQUEST, sendAndThrow(unknown)));
        clock.now = clock.now.plus(Duration.ofHours(23));
        assertEquals(Code.OUTCOME_UNKNOWN, failure(REQUEST, start()).code);
        clock.now = clock.now.plus(Duration.ofHours(1));
        once(KEY, REQUEST, start());
        assertEquals(1, started.get());
    }

    @Test
    void bugBeforeSendingFreesTheKey() {
        var bug = new IllegalStateException("bug");
        assertSame(bug, assertThrows(IllegalStateException.class, () -> once(KEY, REQUEST, fail(bug))));
        once(KEY, REQUEST, start());
        assertEquals(1, started.get());
    }

    @Test
    void bugAfterSendingIsAnUnknownOutcome() {
        var bug = new IllegalStateException("bug");
        var failure = failure(REQUEST, sendAndThrow(bug));
        assertEquals(Code.OUTCOME_UNKNOWN, failure.code);
        assertSame(bug, failure.getCause());
        assertEquals(Code.OUTCOME_UNKNOWN, failure(REQUEST, start()).code);
    }

    @Test
    void timeToRememberIsKeptBackFromTheWork() {
        var deadline = deadline();
        once(new Idempotency(table, deadline, Clock.systemUTC(), Runnable::run), CALLER, KEY, REQUEST, sending -> {
            assertEquals(BUDGET.minusMillis(500), deadline.remaining());
            return "{}";
        });
    }

    /** Such as where each thread waits for what another one would do. */
    @Test
    @Timeout(20)
    void claimThatNoThreadIsFoundForIsWaitedForUntilTheDeadlineAndThenNeverMade() {
        var claim = withoutThreads().claim(CALLER, new IdempotencyKey(KEY), REQUEST, false);

        var failure = assertThrows(Failure.class, claim::get);

        assertEquals(Code.IDEMPOTENCY_UNAVAILABLE, failure.code);
        tasks.forEach(Runnable::run);
        assertEquals(1, tasks.size());
        assertEquals(Map.of(), items);
    }

    @Test
    @Timeout(20)
    void answerThatNoThreadIsFoundToRememberIsGivenAllTheSame() {
        var execution = withoutThreads()
                .claim(CALLER, new IdempotencyKey(KEY), REQUEST, true)
                .get();

        execution.complete("{}", true).run();

        tasks.forEach(Runnable::run);
        assertEquals(1, tasks.size());
        assertEquals(Optional.empty(), items.values().iterator().next().text(Execution.ANSWER));
    }

    private Idempotency withoutThreads() {
        return new Idempotency(table, new Deadline(Duration.ofMillis(50), System::nanoTime), clock, tasks::add);
    }

    @Test
    void whatIsStoredTellsNeitherKeyNorRequestNorCaller() {
        once(KEY, REQUEST, sending -> "{}");
        assertEquals(1, items.size());
        var stored = items.values().iterator().next();
        assertEquals(Optional.of("{}"), stored.text(Execution.ANSWER));
        assertTrue(stored.id().matches("[0-9a-f]{64}"));
        assertTrue(stored.owner().matches("[0-9a-f-]{36}"));
        assertTrue(stored.data().get(Execution.REQUEST).matches("[0-9a-f]{64}"));
        assertEquals(
                Set.of(Execution.REQUEST, Execution.STATE, Execution.ANSWER),
                stored.data().keySet());
    }

    @Test
    void betterAnswerIsRememberedAsLongAsTheFirstOneAndNotUndone() {
        once(KEY, REQUEST, start());
        var first = items.values().iterator().next();
        clock.now = clock.now.plus(Duration.ofHours(23));
        var repetition =
                on(table).claim(CALLER, new IdempotencyKey(KEY), REQUEST, false).get();
        repetition.replaceAnswer("{\"better\":true}");

        assertFalse(table.advance(first, deadline()));
        assertEquals("{\"better\":true}", once(KEY, REQUEST, start()));
        clock.now = clock.now.plus(Duration.ofHours(1));
        assertEquals("{\"id\":\"session-2\"}", once(KEY, REQUEST, start()));
    }

    private Table seen(Table table) {
        return new Table() {
            @Override
            public Optional<Item> find(String id, Deadline deadline) {
                return table.find(id, deadline);
            }

            @Override
            public Optional<Item> put(Item item, Optional<Item> seen, Deadline deadline) {
                var inTheWay = table.put(item, seen, deadline);
                if (inTheWay.isEmpty()) {
                    items.put(item.id(), item);
                }
                return inTheWay;
            }

            @Override
            public void remove(Item item, Deadline deadline) {
                table.remove(item, deadline);
            }
        };
    }

    private String once(String key, String request, Function<Runnable, String> work) {
        return once(on(table), CALLER, key, request, work);
    }

    private Failure failure(String request, Function<Runnable, String> work) {
        return assertThrows(Failure.class, () -> once(KEY, request, work));
    }
}
