package cobrowse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is answered, or nothing at all: the button ends in a state that it can stand by, in bounded time. */
class AnswerTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    final Clock clock = new Clock(CHROMIUM);

    @RegisterExtension
    final FakeFunction function = new FakeFunction();

    @Test
    void tokenThatNeverComesIsWaitedForTenSeconds() {
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.token = () => new Promise(() => {})");
        widget.button().click();
        clock.pass(9);
        assertEquals("starting", widget.state());
        clock.pass(1);
        widget.await(w -> w.state().equals("failed"));
        assertTrue(widget.status().contains("sign in again"), widget.status());
        assertEquals(List.of(), function.asked());
    }

    @Test
    void answerThatNeverComesIsWaitedFor35Seconds() {
        function.answers(exchange -> {});
        var widget = Widget.on(CHROMIUM, function.url());
        widget.button().click();
        widget.await(w -> function.asked().size() == 1);
        clock.pass(35);
        widget.await(w -> w.state().equals("failed"));
        assertEquals(List.of("cobrowse-failed answer-lost"), widget.heard());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'two\\nlines'", "async () => ({ accessToken: 'visitors-token' })", "() => 4711"})
    void tokenThatCannotStandInAHeaderIsNotSent(String token) {
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.token = " + token);
        widget.click();
        assertEquals(List.of("cobrowse-failed sign-in-needed"), widget.heard());
        assertEquals(List.of(), function.asked());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id": "s", "joinCode": 483920}                                        | 483920
            {"id": 7, "joinCode": " 483920 "}                                      | 483920
            {"id": "s", "joinCode": "483920", "joinUrl": {"href": "https://x"}}    | 483920
            {"id": "s", "joinCode": "constructor"}                                 | constructor
            """)
    void oddButUsableSessionIsShown(String body, String code) {
        function.answers(FakeFunction.json(201, body));
        assertEquals(
                code, Widget.on(CHROMIUM, function.url()).click().part("code").getText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"s\", \"joinCode\": {}}",
                "{\"id\": \"s\", \"joinUrl\": {}}",
                "{\"id\": \"s\", \"joinUrl\": [\"https://x\"], \"joinCode\": null}"
            })
    void sessionWhoseWaysInMakeNoSenseIsThereWithoutAny(String body) {
        function.answers(FakeFunction.json(201, body));
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertEquals("Get the join link", widget.button().getText());
        assertEquals(List.of("cobrowse-started s"), widget.heard());
    }

    @Test
    void codeOfAMegabyteIsNotShown() {
        function.answers(FakeFunction.json(201, "{\"id\": \"s\", \"joinCode\": \"" + "7".repeat(1_000_000) + "\"}"));
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertEquals("Get the join link", widget.button().getText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"joinCode\": \"1\"}", "[]", "\"text\"", "{\"id\": {}, \"joinCode\": \"1\"}"})
    void answerWithoutASessionIsNone(String body) {
        function.answers(FakeFunction.json(201, body));
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertEquals(List.of("cobrowse-failed answer-lost"), widget.heard());
    }

    @ParameterizedTest
    @CsvSource({"200", "204", "403"})
    void whatIsNotTheApisIsSaidToComeFromTheWay(int status) {
        function.answers(status == 204 ? FakeFunction.status(204) : FakeFunction.page(status));
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertEquals(List.of("cobrowse-failed intercepted"), widget.heard());
        assertTrue(widget.status().contains("firewall"), widget.status());
        assertEquals("Try again", widget.button().getText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"constructor", "__proto__", "toString", "look:target-not-found-yet"})
    void codeThatIsAnObjectsOwnIsUnexpected(String code) {
        function.answers(FakeFunction.problem(500, code, false, Map.of()));
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertTrue(widget.status().startsWith("Something unexpected happened."), widget.status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -60     | This offer ended at
            60      | Please join before
            259200  | Please join before
            """)
    void offerSaysWhenItEndsAndThatItHas(int seconds, String words) {
        var ends = Instant.now().plusSeconds(seconds);
        function.answers(FakeFunction.json(
                201, "{\"id\": \"s\", \"joinCode\": \"1\", \"dateOfferEnds\": \"%s\"}".formatted(ends)));
        var said = Widget.on(CHROMIUM, function.url()).click().part("ends").getText();
        assertTrue(said.startsWith(words), said);
        // A day is named where the time alone would mislead.
        assertEquals(
                seconds > 86_400,
                said.contains(String.valueOf(ends.atZone(ZoneOffset.UTC).getYear())));
    }

    @Test
    void offerThatEndsWhileItIsShownSaysSo() {
        var ends = Instant.now().plusSeconds(120);
        function.answers(FakeFunction.json(
                201, "{\"id\": \"s\", \"joinCode\": \"1\", \"dateOfferEnds\": \"%s\"}".formatted(ends)));
        var widget = Widget.on(CHROMIUM, function.url()).click();
        clock.pass(121);
        assertTrue(widget.part("ends").getText().startsWith("This offer ended at"));
        assertFalse(widget.part("code").getText().isEmpty());
    }
}
