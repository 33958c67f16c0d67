package cobrowse.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class IdempotencyTest extends IdempotencyTests {
    private final Store store = new MemoryStore(10);

    @Test
    void repeatedRequestIsAnsweredTheSameWithoutWork() {
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
    void otherKeysAreOtherRequests() {
        once(KEY, REQUEST, start());
        once("key-2", REQUEST, start());
        assertEquals(2, started.get());
    }

    @Test
    void keysOfDifferentCallersNeverMeet() {
        once(KEY, REQUEST, start());
        once(on(store), CALLER + "2", KEY, REQUEST, start());
        once(on(store), CALLER.substring(0, CALLER.length() - 1), "e" + KEY, REQUEST, start());
        assertEquals(3, started.get());
    }

    @Test
    void keyOfAnotherRequestIsRefused() {
        once(KEY, REQUEST, start());
        assertEquals(
                Code.IDEMPOTENCY_KEY_REUSED,
                failure("email=bob@example.com", start()).code());
        assertEquals(1, started.get());
    }

    @Test
    void keyOfAnotherRequestIsRefusedWhileThatRuns() {
        once(KEY, REQUEST, sending -> {
            assertEquals(Code.IDEMPOTENCY_KEY_REUSED, failure("other", start()).code());
            return "{}";
        });
    }

    @Test
    void requestThatStillRunsIsNotRunAgain() {
        once(KEY, REQUEST, sending -> {
            var before = failure(REQUEST, start());
            sending.run();
            var after = failure(REQUEST, start());
            assertEquals(Code.REQUEST_IN_PROGRESS, before.code());
            assertEquals(Code.REQUEST_IN_PROGRESS, after.code());
            assertEquals(Optional.of(Duration.ofSeconds(2)), before.retryAfter());
            assertEquals(before.retryAfter(), after.retryAfter());
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
            assertEquals(Code.REQUEST_IN_PROGRESS, refused.code());
            return "{}";
        });
        assertEquals("{\"id\":\"session-1\"}", once(KEY, REQUEST, start()));
    }

    @Test
    void attemptThatDiedAfterSendingIsNeverRepeated() {
        once(KEY, REQUEST, sending -> {
            sending.run();
            clock.now = clock.now.plusSeconds(12);
            assertEquals(Code.OUTCOME_UNKNOWN, failure(REQUEST, start()).code());
            clock.now = clock.now.plus(Duration.ofHours(23));
            assertEquals(Code.OUTCOME_UNKNOWN, failure(REQUEST, start()).code());
            return "{}";
        });
        assertEquals(0, started.get());
    }

    @Test
    void unknownOutcomeIsRememberedForADay() {
        var unknown = new Failure(Code.OUTCOME_UNKNOWN, "lost");
        assertSame(unknown, failure(REQUEST, sendAndThrow(unknown)));
        clock.now = clock.now.plus(Duration.ofHours(23));
        assertEquals(Code.OUTCOME_UNKNOWN, failure(REQUEST, start()).code());
        clock.now = clock.now.plus(Duration.ofHours(1));
        once(KEY, REQUEST, start());
        assertEquals(1, started.get());
    }

    @Test
    void failureThatStartedNothingFreesTheKey() {
        var failure = new Failure(Code.TARGET_NOT_FOUND, "nobody");
        assertSame(failure, failure(REQUEST, fail(failure)));
        assertSame(failure, failure(REQUEST, sendAndThrow(failure)));
        assertEquals("{\"id\":\"session-1\"}", once(KEY, "other", start()));
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
        assertEquals(Code.OUTCOME_UNKNOWN, failure.code());
        assertSame(bug, failure.getCause());
        assertEquals(Code.OUTCOME_UNKNOWN, failure(REQUEST, start()).code());
    }

    @Test
    void timeToRememberIsKeptBackFromTheWork() {
        var deadline = deadline();
        once(new Idempotency(store, deadline, Clock.systemUTC()), CALLER, KEY, REQUEST, sending -> {
            assertEquals(BUDGET.minusMillis(500), deadline.remaining());
            return "{}";
        });
    }

    @Test
    void whatIsStoredTellsNeitherKeyNorRequestNorCaller() {
        once(KEY, REQUEST, sending -> "{}");
        var claim = Entry.claimed(Fingerprint.of(CALLER, KEY), "", "", clock.now);
        var stored = store.claim(claim, clock.now, deadline()).orElseThrow();
        assertEquals(Optional.of("{}"), stored.answer());
        assertTrue(stored.id().matches("[0-9a-f]{64}"));
        assertTrue(stored.request().matches("[0-9a-f]{64}"));
        assertTrue(stored.owner().matches("[0-9a-f-]{36}"));
    }

    private String once(String key, String request, Function<Runnable, String> work) {
        return once(on(store), CALLER, key, request, work);
    }

    private Failure failure(String request, Function<Runnable, String> work) {
        return assertThrows(Failure.class, () -> once(KEY, request, work));
    }
}
