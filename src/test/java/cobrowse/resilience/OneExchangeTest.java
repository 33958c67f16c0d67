package cobrowse.resilience;

import static cobrowse.fake.JsonBody.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeTests;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A connection that is kept may hold more or less than one response: runs the second table of {@code docs/resilience.md},
 * each row for a first visitor, and then asks for another one, who gets her own session and nothing of the first one's.
 */
@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class OneExchangeTest extends FakeTests {
    private static final String FIRST = "{\"id\":\"session-1\",\"joinCode\":\"111111\",\"conversationId\":\"first\"}";
    private static final String SECOND = "{\"id\":\"session-2\",\"joinCode\":\"222222\",\"conversationId\":\"second\"}";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rows")
    void startGetsItsOwnAnswerAndSoDoesTheNext(String excess, String expected) throws InterruptedException {
        var written = new CountDownLatch(1);
        var first = Excess.of(excess).around.apply(FIRST);
        genesys.answers(Call.START_IN_CONVERSATION, signalling(first, written), Answer.json(200, SECOND));

        var one = start("{\"conversationId\":\"first\"}");
        assertTrue(written.await(20, TimeUnit.SECONDS));
        var other = start("{\"conversationId\":\"second\"}");

        assertEquals(expected, outcome(one));
        assertEquals("201 session-2 222222", outcome(other));
        assertEquals(2, genesys.count(Call.START_IN_CONVERSATION));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void fetchGetsItsOwnAnswerAndSoDoesTheNextStart(String excess) throws InterruptedException {
        var written = new CountDownLatch(1);
        var first = Excess.of(excess).around.apply("{\"id\":\"session-1\",\"joinUrl\":\"https://join.example/1\"}");
        genesys.answers(Call.FETCH, signalling(first, written), Call.FETCH.healthyResponse());
        genesys.answers(Call.START_IN_CONVERSATION, Answer.json(200, SECOND));

        var one = fetch();
        assertTrue(written.await(20, TimeUnit.SECONDS));
        var other = start("{\"conversationId\":\"second\"}");

        assertTrue(one.statusCode() != 200 || "session-1".equals(member(one, "id")), () -> one.asString());
        assertEquals("201 session-2 222222", outcome(other));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void logInGetsItsOwnAnswerAndSoDoesTheNextStart(String excess) throws InterruptedException {
        var written = new CountDownLatch(1);
        var token = Excess.of(excess).around.apply("{\"access_token\":\"new\",\"expires_in\":86400}");
        genesys.answers(Call.TOKEN, signalling(token, written), Call.TOKEN.healthyResponse());
        genesys.answers(Call.START_IN_CONVERSATION, Answer.status(401), Answer.json(200, SECOND));

        start("{\"conversationId\":\"first\"}");
        assertTrue(written.await(20, TimeUnit.SECONDS));
        genesys.answers(Call.START_IN_CONVERSATION, Answer.json(200, SECOND));
        var other = start("{\"conversationId\":\"second\"}");

        assertEquals("201 session-2 222222", outcome(other));
    }

    @Test
    void requestsAskForNoCoding() throws InterruptedException {
        genesys.answers(Call.START_IN_CONVERSATION, Answer.status(401), Answer.json(200, FIRST));

        start("{\"conversationId\":\"first\"}").then().statusCode(201);

        for (var i = 0; i < 3; i++) {
            assertEquals("identity", genesys.requests().take().headers().get("accept-encoding"));
        }
    }

    private static Answer signalling(Answer answer, CountDownLatch written) {
        return (socket, end) -> {
            answer.write(socket, end);
            written.countDown();
        };
    }

    private static String outcome(Response response) {
        return response.statusCode() == 201
                ? "201 " + member(response, "id") + " " + member(response, "joinCode")
                : member(response, "code");
    }

    static List<Arguments> rows() throws IOException {
        var rows = Files.readAllLines(Path.of("docs/resilience.md")).stream()
                .filter(line -> line.startsWith("| + "))
                .map(line -> line.substring(4).split("\\s*\\|\\s*"))
                .map(cells -> Arguments.of(cells[0], cells[1].equals("201") ? "201 session-1 111111" : cells[1]))
                .toList();
        assertEquals(Excess.values().length, rows.size());
        return rows;
    }
}
