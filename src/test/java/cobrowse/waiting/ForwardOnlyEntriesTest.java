package cobrowse.waiting;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cobrowse.aws.DynamoDbLocal;
import cobrowse.aws.HeldTable;
import cobrowse.aws.OnDynamoDbLocal;
import cobrowse.aws.OnHeldTable;
import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeTests;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Writes that arrive late, lost by their sender: what is remembered of a key only moves forward. */
@QuarkusTest
@TestProfile(OnHeldTable.class)
class ForwardOnlyEntriesTest extends FakeTests {
    private static final String SENDING = "\"S\":\"SENDING\"";
    private static final String ANSWERED = "\"S\":\"ANSWERED\"";
    private static final String CLAIMED = "\"S\":\"CLAIMED\"";
    private static final String DELETION = "\"Key\":";

    /** Is looked up before the start, so that claim and note of sending are two writes. */
    private static final String ALICE = "{\"email\":\"alice@example.com\"}";

    private final String key = UUID.randomUUID().toString();

    /** Set by {@link OnHeldTable}. */
    HeldTable table;

    DynamoDbLocal dynamoDb;

    @Test
    void lateNoteOfSendingDoesNotUndoTheAnswer() {
        table.hold(SENDING);
        var first = start(ALICE, key);
        first.then().statusCode(201);

        table.release();

        assertEquals(first.asString(), start(ALICE, key).asString());
        assertEquals(1, genesys.count(Call.START));
    }

    @Test
    void lateNoteOfSendingDoesNotUndoAnUnknownOutcome() {
        genesys.answers(Call.START, Answer.status(500));
        table.hold(SENDING);
        start(ALICE, key).then().statusCode(504);

        table.release();

        start(ALICE, key).then().statusCode(504).body(member("code", is("outcome-unknown")));
        assertEquals(1, genesys.count(Call.START));
    }

    @Test
    void lateNoteOfSendingDoesNotTakeAKeyThatIsFree() {
        genesys.answersOnce(Call.START, Answer.status(403));
        table.hold(SENDING);
        start(ALICE, key).then().statusCode(502).body(member("code", is("genesys-permission-missing")));

        table.release();

        start(ALICE, key).then().statusCode(201);
    }

    @Test
    void lateClaimDoesNotUndoTheAnswer() {
        table.hold(CLAIMED);
        var first = start(ALICE, key);
        first.then().statusCode(201);

        table.release();

        assertEquals(first.asString(), start(ALICE, key).asString());
        assertEquals(1, genesys.count(Call.START));
    }

    @Test
    void lateDeletionDoesNotTakeTheKeyOfTheNextAttempt() {
        genesys.answersOnce(Call.START, Answer.status(403));
        table.hold(DELETION);
        startWithUser(key).then().statusCode(502);
        var second = startWithUser(key);
        second.then().statusCode(201);

        table.release();

        assertEquals(second.asString(), startWithUser(key).asString());
        assertEquals(2, genesys.count(Call.START));
    }

    @Test
    void lateAnswerIsStillTheAnswer() {
        table.hold(ANSWERED);
        var first = startWithUser(key);

        table.release();

        assertEquals(first.asString(), startWithUser(key).asString());
    }

    /** Killed now, the container leaves behind that nothing was sent. */
    @Test
    void nothingIsNotedAsSendingBeforeThereIsAToken() throws Exception {
        dropTheToken();
        var looked = new CountDownLatch(1);
        genesys.answers(Call.TOKEN, (socket, end) -> {
            looked.await();
            Answer.status(403).write(socket, end);
        });

        var waiting = CompletableFuture.supplyAsync(() -> startWithUser(key));
        assertEquals(Call.TOKEN, genesys.requests().poll(20, TimeUnit.SECONDS).call());
        assertThat(dynamoDb.scan(OnDynamoDbLocal.TABLE), containsString("\"CLAIMED\""));
        assertThat(dynamoDb.scan(OnDynamoDbLocal.TABLE), not(containsString("\"SENDING\"")));
        looked.countDown();

        waiting.get(20, TimeUnit.SECONDS).then().body(member("retryable", is(false)));
        genesys.reset();
        startWithUser(key).then().statusCode(201);
        assertEquals(1, genesys.count(Call.START));
    }

    @Test
    void lookUpRunsBesideTheClaim() throws Exception {
        table.hold(CLAIMED);

        var waiting = CompletableFuture.supplyAsync(() -> start(ALICE, key));

        assertEquals(Call.SEARCH, genesys.requests().poll(20, TimeUnit.SECONDS).call());
        table.release();
        waiting.get(20, TimeUnit.SECONDS);
    }

    /** Killed now, the container leaves behind what it has started. */
    @Test
    void answerOfTheStartIsRememberedBesideItsFetch() throws Exception {
        startWithUser();
        genesys.reset();
        var looked = new CountDownLatch(1);
        genesys.answers(Call.FETCH, (socket, end) -> {
            looked.await();
            Answer.status(404).write(socket, end);
        });

        var waiting = CompletableFuture.supplyAsync(() -> startWithUser(key));
        assertEquals(Call.START, genesys.requests().poll(20, TimeUnit.SECONDS).call());
        assertEquals(Call.FETCH, genesys.requests().poll(20, TimeUnit.SECONDS).call());
        while (!dynamoDb.scan(OnDynamoDbLocal.TABLE).contains(ANSWERED)) {
            assertFalse(waiting.isDone(), "the fetch was waited for first");
        }
        looked.countDown();

        waiting.get(20, TimeUnit.SECONDS).then().statusCode(201).body(member("fetched", is(false)));
        genesys.reset();
        startWithUser(key).then().statusCode(201).body(member("fetched", is(true)));
        assertEquals(0, genesys.count(Call.START));
    }
}
