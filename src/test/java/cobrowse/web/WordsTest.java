package cobrowse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every word can be replaced, follows the page's language, and reads in its own direction. */
class WordsTest {
    private static final FakeFunction.Answer BUSY =
            FakeFunction.problem(503, "genesys-rate-limited", true, Map.of("Retry-After", "30"));

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    final Clock clock = new Clock(CHROMIUM);

    @RegisterExtension
    final FakeFunction function = new FakeFunction();

    @Test
    void germanPageIsSpokenToInGerman() {
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("document.documentElement.lang = 'de-AT'");
        widget.await(w -> w.button().getText().equals("Diese Seite mit uns ansehen"));
        function.answers(FakeFunction.problem(404, "target-not-found", false, Map.of()));
        widget.click();
        assertTrue(widget.status().contains("Referenz: correlation-1"), widget.status());
        widget.script("document.documentElement.lang = 'en'");
        widget.await(w -> w.status().contains("Reference: correlation-1"));
    }

    @Test
    void nearestLanguageCounts() {
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.lang = 'de'");
        widget.await(w -> w.button().getText().equals("Diese Seite mit uns ansehen"));
    }

    @Test
    void languageWithoutTextsIsAnsweredInEnglish() {
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.lang = 'constructor'");
        assertEquals("Share this page with an agent", widget.button().getText());
    }

    @Test
    void countdownAndItsUnitAreWordsToo() {
        function.answers(BUSY);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.words = { countdown: '[{seconds} Sek.]', retrying: 'Noch {retryAfter} Sek.' }");
        widget.button().click();
        widget.await(w -> w.status().contains("Noch 30 Sek."));
        assertTrue(
                widget.button().getText().endsWith("[30 Sek.]"), widget.button().getText());
    }

    @Test
    void wordsSetAfterAFailureReplaceWhatIsShown() {
        function.answers(FakeFunction.problem(404, "target-not-found", false, Map.of()));
        var widget = Widget.on(CHROMIUM, function.url()).click();
        widget.script("widget.words = { 'target-not-found': 'Niemand gefunden.', reference: 'Nr. {correlationId}' }");
        assertTrue(widget.status().startsWith("Niemand gefunden."), widget.status());
        assertEquals("Nr. correlation-1", widget.part("reference").getText());
    }

    @Test
    void rightToLeftKeepsNumbersAndReferencesWhole() {
        function.answers(BUSY);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("""
                document.documentElement.dir = 'rtl';
                widget.words = { 'genesys-rate-limited': 'אנא המתן.', retrying: 'עוד {retryAfter} שניות.', tryAgain: 'שוב' };
                """);
        widget.button().click();
        widget.await(w -> w.state().equals("waiting"));
        var direction = "return getComputedStyle(widget.shadowRoot.querySelector('[part=%s]')).direction";
        assertEquals("rtl", widget.script(direction.formatted("status")));
        assertEquals("rtl", widget.script(direction.formatted("button")));
        assertEquals(
                "isolate",
                widget.script(
                        "return getComputedStyle(widget.shadowRoot.querySelector('[part=reference] bdi')).unicodeBidi"));
        assertEquals(
                "ltr",
                widget.script(
                        "return getComputedStyle(widget.shadowRoot.querySelector('[part=button] bdi')).direction"));
    }

    /** What is announced says what to do next, and the countdown is not announced again each second. */
    @Test
    void statusSaysWhatToDoNextWithTheReferenceAndATimerThatIsSilent() {
        function.answers(BUSY);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.button().click();
        widget.await(w -> w.state().equals("waiting"));
        assertTrue(widget.status().contains("Reference: correlation-1"), widget.status());
        widget.script("window.before = widget.shadowRoot.querySelector('[part=status] p')");
        clock.pass(1);
        assertEquals(true, widget.script("return before.isConnected"));
        assertEquals("29", widget.script("return widget.shadowRoot.querySelector('[role=timer]').textContent"));
    }
}
