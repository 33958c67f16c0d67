package cobrowse.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cobrowse.aws.DynamoDbLocal;
import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same key in two containers, which share nothing but a table. */
@Timeout(60)
class RepeatedAcrossContainersIT {
    private static final String TABLE = "cobrowse-idempotency";

    private static DynamoDbLocal dynamoDb;

    private final String request = "{\"email\":\"alice@example.com\",\"idempotencyKey\":\"" + UUID.randomUUID() + "\"}";
    private final FakeGenesys genesys = new FakeGenesys();
    private NativeFunction first;
    private NativeFunction second;

    RepeatedAcrossContainersIT() throws IOException {}

    @BeforeAll
    static void startTable() {
        dynamoDb = DynamoDbLocal.start();
        dynamoDb.createTable(TABLE);
    }

    @AfterAll
    static void stopTable() {
        dynamoDb.close();
    }

    @BeforeEach
    void startContainers() throws Exception {
        first = container();
        second = container();
    }

    @AfterEach
    void stopContainers() throws IOException {
        first.close();
        second.close();
        genesys.close();
    }

    @Test
    void sameKeyAtOnceStartsOneSession() throws Exception {
        var one = first.begin(request);
        var other = second.begin(request);
        var outcomes = new TreeSet<>(List.of(
                outcome(one.get(20, TimeUnit.SECONDS).payload()),
                outcome(other.get(20, TimeUnit.SECONDS).payload()),
                outcome(first.invoke(request).payload()),
                outcome(second.invoke(request).payload())));

        outcomes.remove("request-in-progress");
        assertEquals(Set.of("session-1"), outcomes);
        assertEquals(1, genesys.count(Call.START));
    }

    @Test
    void containerThatDiesAfterSendingLeavesAnUnknownOutcome() throws Exception {
        genesys.answers(Call.START, Answer.silence());
        var lost = first.begin(request);
        waitFor(Call.START);
        first.crash();

        assertEquals("outcome-unknown", onceTheLeaseIsOver());
        assertEquals("outcome-unknown", outcome(second.invoke(request).payload()));
        assertEquals(1, genesys.count(Call.START));
        assertNull(lost.getNow(null));
    }

    @Test
    void containerThatDiesBeforeSendingDoesNotKeepTheKey() throws Exception {
        genesys.answers(Call.SEARCH, Answer.silence());
        first.begin(request);
        waitFor(Call.SEARCH);
        waitForTheClaim();
        first.crash();
        genesys.reset();

        assertEquals("session-1", onceTheLeaseIsOver());
        assertEquals(1, genesys.count(Call.START));
    }

    /** It has claimed the key, and was about to be given a token: there is nothing that it could have sent. */
    @Test
    void containerThatDiesWaitingForItsTokenDoesNotKeepTheKey() throws Exception {
        genesys.answers(Call.TOKEN, Answer.silence());
        try (var dying = container()) {
            genesys.requests().clear();
            dying.begin(request);
            waitFor(Call.TOKEN);
            waitForTheClaim();
            dying.crash();
        }
        genesys.reset();

        assertEquals("session-1", onceTheLeaseIsOver());
        assertEquals(1, genesys.count(Call.START));
    }

    private String onceTheLeaseIsOver() throws Exception {
        var outcome = outcome(second.invoke(request).payload());
        assertEquals("request-in-progress", outcome);
        while (outcome.equals("request-in-progress")) {
            outcome = outcome(second.invoke(request).payload());
        }
        return outcome;
    }

    private void waitFor(Call call) throws InterruptedException {
        while (genesys.requests().take().call() != call) {
            // an earlier step of the request
        }
    }

    /** It is made beside the look-up. */
    private void waitForTheClaim() {
        while (!dynamoDb.scan(TABLE).contains("CLAIMED")) {
            Thread.onSpinWait();
        }
    }

    /** The session's id, or the failure's code. */
    private static String outcome(String payload) {
        var json = JsonPath.from(payload);
        return json.get("errorType") == null ? json.getString("id") : json.getString("errorType");
    }

    private NativeFunction container() throws Exception {
        return new NativeFunction(NativeFunction.on(
                        genesys.url(),
                        "COBROWSE_DEADLINE",
                        "PT2S",
                        "IDEMPOTENCY_TABLE",
                        TABLE,
                        "AWS_ENDPOINT_URL_DYNAMODB",
                        dynamoDb.uri().toString(),
                        "AWS_REGION",
                        "eu-central-1",
                        "AWS_ACCESS_KEY_ID",
                        "test",
                        "AWS_SECRET_ACCESS_KEY",
                        "test"))
                .ready();
    }
}
