package cobrowse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What only some visits need is loaded after the first click; a file that cannot be had ends in a stated state, too. */
class OnDemandTest {
    private static final String LOADED =
            "return performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop())";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    final FakeFunction function = new FakeFunction();

    @Test
    void failuresAreLoadedAtTheClickAndMessengerOnlyWhereItRuns() {
        function.answers(session());
        var widget = Widget.on(CHROMIUM, function.url());
        assertFalse(loaded(widget).contains("failure.js"));
        widget.click();
        widget.await(w -> loaded(w).contains("failure.js"));
        assertFalse(loaded(widget).contains("messenger.js"));
    }

    @Test
    void withoutFailuresAnAnswerThatIsNoSessionCountsAsLostAndTheNextClickAsksAgainUnderTheSameKey() {
        gone("failure.js");
        function.answers(FakeFunction.problem(504, "outcome-unknown", false, Map.of()), session());
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertEquals("failed", widget.state());
        assertTrue(widget.status().contains("will not start a second session"), widget.status());
        assertEquals("Try again", widget.button().getText());
        assertEquals(List.of("cobrowse-failed answer-lost"), widget.heard());
        widget.click();
        assertEquals("483920", widget.part("code").getText());
        assertEquals(1, function.keys().stream().distinct().count());
    }

    @Test
    void withoutFailuresWhatNeedsNoAnswerIsSaidInOtherWords() {
        gone("failure.js");
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.token = () => Promise.reject(new Error('signed out'))");
        widget.click();
        assertTrue(widget.status().contains("Something unexpected happened."), widget.status());
        assertEquals("Try again", widget.button().getText());
    }

    @Test
    void withoutMessengersFileTheCodeIsShown() {
        gone("messenger.js");
        function.answers(session());
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("window.Genesys = () => {}");
        widget.click();
        assertEquals("started", widget.state());
        assertEquals("483920", widget.part("code").getText());
    }

    private void gone(String file) {
        function.page("/cobrowse-button/" + file, "<h1>Not found</h1>");
    }

    private static List<?> loaded(Widget widget) {
        return (List<?>) widget.script(LOADED);
    }

    private static FakeFunction.Answer session() {
        return FakeFunction.json(201, "{\"id\": \"session-1\", \"joinCode\": \"483920\"}");
    }
}
