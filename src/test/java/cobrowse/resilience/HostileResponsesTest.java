package cobrowse.resilience;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeTests;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Error responses that are made to cost time or memory: their status is understood all the same, as quickly as others. */
@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class HostileResponsesTest extends FakeTests {
    private static final int RUNS = 3;

    /** A text that is hostile costs as much time for each of its letters as there are letters. */
    private static final int MAX_RATIO = 20;

    /** A first request of all may take longer than its deadline. */
    @BeforeEach
    void warm() {
        startWithEmail();
        genesys.reset();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void refusalIsUnderstoodAsQuicklyAsOthersWhateverItsText(String text) {
        var harmless = "No, you may not. ".repeat(text.length() / 17);
        for (var call : new Call[] {Call.SEARCH, Call.START}) {
            var others = IntStream.range(0, RUNS).mapToLong(run -> nanosOfRefusal(call, harmless));
            var slowest = others.max().orElseThrow();
            var these = IntStream.range(0, RUNS).mapToLong(run -> nanosOfRefusal(call, text));

            assertThat(these.min().orElseThrow(), lessThan(slowest * MAX_RATIO));
        }
    }

    private long nanosOfRefusal(Call call, String text) {
        genesys.reset();
        genesys.answersOnce(call, Answer.json(403, "{\"code\":\"missing.permissions\",\"message\":\"" + text + "\"}"));

        var began = System.nanoTime();
        var refused = startWithEmail();
        var took = System.nanoTime() - began;

        refused.then().statusCode(502).body(member("code", is("genesys-permission-missing")));
        assertThat(refused.asString().length(), lessThan(4_000));
        startWithEmail().then().statusCode(201).body(member("fetched", is(true)));
        assertEquals(call == Call.START ? 2 : 1, genesys.count(Call.START));
        return took;
    }

    static Stream<String> texts() {
        return Stream.of(
                "a".repeat(200_000),
                "a:".repeat(100_000),
                "a:a".repeat(60_000),
                "a:a:".repeat(50_000),
                "*:".repeat(100_000),
                ("a".repeat(63) + ":").repeat(3_000),
                "a".repeat(200_000) + ":" + "b".repeat(200_000) + ":" + "c".repeat(200_000),
                "[[[[{{{{".repeat(50_000),
                "conversation:cobrowse:add, ".repeat(20_000));
    }

    /** 401 is replayed, everything else definite. */
    @ParameterizedTest
    @CsvSource({
        "401, 201,",
        "403, 502, genesys-permission-missing",
        "404, 404, target-not-found",
        "409, 502, genesys-rejected",
        "429, 503, genesys-rate-limited"
    })
    void refusalIsUnderstoodByItsStatusWhateverBecomesOfItsBody(int status, int answer, String code) {
        var head =
                "HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\nContent-Length: 5000000\r\n\r\n";
        for (var body : new Answer[] {
            Answer.silence(), Answer.raw("{\"message\":\"").thenReset(), Answer.raw(" ".repeat(5_000_000))
        }) {
            genesys.answersOnce(Call.START, (socket, end) -> {
                Answer.raw(head).write(socket, end);
                body.write(socket, end);
            });

            startWithUser().then().statusCode(answer).body(member("code", is(code)));
        }
    }

    @Test
    void oneErrorBodyThatNeverEndsDoesNotCostTheRetry() {
        var head = "HTTP/1.1 503 Status\r\nContent-Length: 100\r\n\r\n";
        genesys.answersOnce(Call.FETCH, (socket, end) -> {
            Answer.raw(head).write(socket, end);
            end.await();
        });

        startWithUser().then().statusCode(201).body(member("fetched", is(true)));
        assertEquals(2, genesys.count(Call.FETCH));
    }
}
