package cobrowse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.failure.Code;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a visitor reads for each failure of the contract, and what the button offers next. */
class FailureWordsTest {
    private static final String START = "Share this page with an agent";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    final Clock clock = new Clock(CHROMIUM);

    @RegisterExtension
    final FakeFunction function = new FakeFunction();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            invalid-request              | 400 | in a way we do not understand
            caller-not-allowed           | 403 | You may not start this session
            target-not-found             | 404 | could not find the person or conversation
            target-ambiguous             | 409 | More than one person has this e-mail address
            target-inactive              | 409 | not active
            genesys-credentials-rejected | 502 | not your fault
            genesys-permission-missing   | 502 | not your fault
            genesys-rejected             | 502 | could not do what we asked
            internal-error               | 500 | Something went wrong on our side
            a-code-of-tomorrow           | 500 | Something unexpected happened
            """)
    void finalFailureIsExplainedAndTheNextClickAsksAgainUnderTheSameKey(String code, int status, String words) {
        function.answers(FakeFunction.problem(status, code, false, Map.of()));
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertTrue(widget.status().contains(words), widget.status());
        assertEquals("Reference: correlation-1", widget.part("reference").getText());
        assertEquals(START, widget.button().getText());
        assertEquals(List.of("cobrowse-failed " + code), widget.heard());
        widget.click();
        assertEquals(2, function.asked().size());
        assertEquals(1, function.keys().stream().distinct().count());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            request-in-progress          | 409 | already being started
            idempotency-unavailable      | 503 | cannot start sessions at the moment
            genesys-rate-limited         | 503 | A great many people
            genesys-unavailable          | 503 | cannot be reached right now
            genesys-timeout              | 504 | takes too long to answer
            """)
    void passingFailureIsRetriedOnceThenExplainedUnderOneKey(String code, int status, String words) {
        var answer = FakeFunction.problem(status, code, true, Map.of("Retry-After", "0"));
        function.answers(answer, answer);
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertTrue(widget.status().contains(words), widget.status());
        assertEquals("Try again", widget.button().getText());
        assertEquals(List.of("cobrowse-failed " + code), widget.heard());
        assertEquals(2, function.asked().size());
        function.answers(FakeFunction.json(201, "{\"id\": \"session-1\", \"joinCode\": \"123456\"}"));
        widget.click();
        assertEquals(1, function.keys().stream().distinct().count());
        assertEquals("123456", widget.part("code").getText());
    }

    /** The API remembers both under their key: only another key gets another answer. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            outcome-unknown              | 504 | it may be running already
            idempotency-key-reused       | 422 | mixed up with an earlier one
            """)
    void unclearForGoodWarnsBeforeASecondSessionWhichIsANewAttempt(String code, int status, String words) {
        function.answers(FakeFunction.problem(status, code, false, Map.of()));
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertTrue(widget.status().contains(words), widget.status());
        assertTrue(widget.status().contains("Ask your agent before you start another."), widget.status());
        assertFalse(widget.button().isDisplayed());
        assertEquals(1, function.asked().size());
        widget.another(clock);
        assertEquals(2, function.keys().stream().distinct().count());
    }

    @Test
    void everyCodeOfTheFunctionHasWords() {
        CHROMIUM.driver().get(function.url());
        var worded = (List<?>) CHROMIUM.driver()
                .executeScript("return import('/cobrowse-button/failure.js').then(({ words }) => Object.keys(words))");
        var without = Stream.of(Code.values())
                .map(Code::toString)
                .filter(code -> !worded.contains(code))
                .toList();
        assertEquals(List.of(), without);
    }

    /** API Gateway answers by itself, without a problem, where the authorizer, the throttle or the function fails. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            401 | sign-in-needed     | sign in again
            403 | caller-not-allowed | You may not start this session
            404 | invalid-request    | in a way we do not understand
            500 | answer-lost        | will not start a second session
            503 | answer-lost        | will not start a second session
            """)
    void answerOfTheGatewayIsExplainedByItsStatus(int status, String code, String words) {
        function.answers(FakeFunction.json(status, "{\"message\": \"the gateway's\"}"));
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertTrue(widget.status().contains(words), widget.status());
        assertEquals(List.of("cobrowse-failed " + code), widget.heard());
        assertEquals(1, function.asked().size());
    }
}
