package cobrowse.resilience;

import static cobrowse.fake.JsonBody.member;
import static io.restassured.RestAssured.given;
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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the table of {@code docs/resilience.md}: every fault at every call, the answer and the number of attempts. */
@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class FaultTableTest extends FakeTests {
    private static final Answer REVOKED = Answer.status(401);

    @ParameterizedTest(name = "{0}: {1} at {2}")
    @MethodSource("rows")
    void tableHolds(String expected, String fault, Call call, boolean alone) {
        // A connection that has idled may be dead, which is one attempt more, and not what this table is about.
        request(call, alone);
        genesys.reset();
        genesys.answers(call, Fault.of(fault).answer);

        var began = System.nanoTime();
        var response = request(call, alone);
        var took = since(began);

        try {
            assertEquals(expected, outcome(response) + " ×" + genesys.count(call));
            // Within the deadline, as the counts say; a call that hangs would take longer than any busy machine.
            assertTrue(took.compareTo(DEADLINE.plusSeconds(20)) < 0, took::toString);
        } finally {
            keepCircuitClosed(call, alone);
        }
    }

    /**
     * A circuit opens at ten failures among twenty attempts, which is not what this table is about: a row adds three
     * failures at the most, its first request a success, and this three more, so that twenty have nine failures at most.
     */
    private void keepCircuitClosed(Call call, boolean alone) {
        genesys.reset();
        for (var i = 0; i < 3; i++) {
            request(call, alone).then().statusCode(call == Call.END ? 204 : alone ? 200 : 201);
        }
    }

    private Response request(Call call, boolean alone) {
        return switch (call) {
            case TOKEN -> {
                genesys.answersOnce(Call.START, REVOKED);
                yield startWithUser();
            }
            case START -> startWithUser();
            case SEARCH, LIST -> startWithEmail();
            case FETCH -> alone ? fetch() : startWithUser();
            case START_IN_CONVERSATION -> start("{\"conversationId\":\"conversation-1\"}");
            case END -> given().delete(PATH + "/session-1?deploymentId=deployment-1");
            case FETCH_OF_DEPLOYMENT ->
                alone
                        ? given().get(PATH + "/session-1?deploymentId=deployment-1")
                        : start("{\"conversationId\":\"conversation-1\",\"deploymentId\":\"deployment-1\"}");
        };
    }

    private static String outcome(Response response) {
        if (response.statusCode() == 204) {
            return "204";
        }
        return response.statusCode() < 300
                ? response.statusCode() + " fetched " + member(response, "fetched")
                : member(response, "code");
    }

    static List<Arguments> rows() throws IOException {
        var rows = new ArrayList<Arguments>();
        var lines = Files.readAllLines(Path.of("docs/resilience.md"));
        for (var line : lines.stream().filter(line -> line.startsWith("| … ")).toList()) {
            var cells = line.substring(4).split("\\s*\\|\\s*");
            rows.add(Arguments.of(cells[1], cells[0], Call.TOKEN, false));
            rows.add(Arguments.of(cells[2], cells[0], Call.SEARCH, false));
            rows.add(Arguments.of(cells[3], cells[0], Call.START, false));
            rows.add(Arguments.of(cells[3], cells[0], Call.START_IN_CONVERSATION, false));
            rows.add(Arguments.of(cells[4], cells[0], Call.FETCH, false));
            rows.add(Arguments.of(cells[4], cells[0], Call.FETCH_OF_DEPLOYMENT, false));
            rows.add(Arguments.of(cells[5], cells[0], Call.FETCH, true));
            rows.add(Arguments.of(cells[5], cells[0], Call.FETCH_OF_DEPLOYMENT, true));
            rows.add(Arguments.of(cells[6], cells[0], Call.END, false));
        }
        assertEquals(Fault.values().length * 9, rows.size());
        return rows;
    }
}
