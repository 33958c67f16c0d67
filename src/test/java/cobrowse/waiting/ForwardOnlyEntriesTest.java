package cobrowse.waiting;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

    private final String key = UUID.randomUUID().toString();

    /** Set by {@link OnHeldTable}. */
    HeldTable table;

    DynamoDbLocal dynamoDb;

    @Test
    void lateNoteOfSendingDoesNotUndoTheAnswer() {
        table.hold(SENDING);
        var first = startWithUser(key);
        first.then().statusCode(201);

        table.release();

        assertEquals(first.asString(), startWithUser(key).asString());
        assertEquals(1, genesys.count(Call.START));
    }

    @Test
    void lateNoteOfSendingDoesNotUndoAnUnknownOutcome() {
        genesys.answers(Call.START, Answer.status(500));
        table.hold(SENDING);
        startWithUser(key).then().statusCode(504);

        table.release();

        startWithUser(key).then().statusCode(504).body(member("code", is("outcome-unknown")));
        assertEquals(1, genesys.count(Call.START));
    }

    @Test
    void lateNoteOfSendingDoesNotTakeAKeyThatIsFree() {
        genesys.answersOnce(Call.START, Answer.status(403));
        table.hold(SENDING);
        startWithUser(key).then().statusCode(502).body(member("code", is("genesys-permission-missing")));

        table.release();

        startWithUser(key).then().statusCode(201);
    }

    @Test
    void lateClaimDoesNotUndoTheAnswer() {
        table.hold(CLAIMED);
        var first = startWithUser(key);
        first.then().statusCode(201);

        table.release();

        assertEquals(first.asString(), startWithUser(key).asString());
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
        genesys.answersOnce(Call.FETCH, Answer.status(401));
        genesys.answers(Call.TOKEN, Answer.json(200, "{\"access_token\":\"fake\",\"expires_in\":0}"));
        fetch().then().statusCode(200);
        genesys.reset();
        genesys.answers(Call.TOKEN, Answer.silence());

        var waiting = CompletableFuture.supplyAsync(() -> startWithUser(key));
        assertEquals(Call.TOKEN, genesys.requests().poll(5, TimeUnit.SECONDS).call());
        assertThat(dynamoDb.scan(OnDynamoDbLocal.TABLE), containsString("\"CLAIMED\""));
        assertThat(dynamoDb.scan(OnDynamoDbLocal.TABLE), not(containsString("\"SENDING\"")));

        waiting.get(10, TimeUnit.SECONDS).then().statusCode(504).body(member("code", is("genesys-timeout")));
        genesys.reset();
        startWithUser(key).then().statusCode(201);
        assertEquals(1, genesys.count(Call.START));
    }
}
