package cobrowse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a visitor presses, and however often: one session, until another one is asked for. */
class OneIntentTest {
    private static final FakeFunction.Answer LINK =
            FakeFunction.json(201, "{\"id\": \"session-1\", \"joinUrl\": \"https://join.example/session-1\"}");
    private static final FakeFunction.Answer CODE =
            FakeFunction.json(201, "{\"id\": \"session-1\", \"joinCode\": \"483920\"}");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    final Clock clock = new Clock(CHROMIUM);

    @RegisterExtension
    final FakeFunction function = new FakeFunction();

    static Stream<Arguments> pressesAtAllDistances() {
        return Stream.of(Pressing.values()).flatMap(way -> Stream.of(1, 250, 700, 2_000, 5_000, 60_000)
                .map(milliseconds -> Arguments.of(way, milliseconds)));
    }

    @ParameterizedTest(name = "{0} after {1} ms")
    @MethodSource("pressesAtAllDistances")
    void secondPressStartsNoSecondSession(Pressing way, int milliseconds) {
        function.answers(LINK, LINK);
        var widget = Widget.on(CHROMIUM, function.url());
        // The second may well open the link, but not in this test.
        widget.script("widget.addEventListener('click', (event) => event.preventDefault())");
        press(way, milliseconds, widget);
        assertTrue(widget.has("link"));
    }

    @ParameterizedTest
    @EnumSource
    void secondPressStartsNoSecondSessionWhereThereIsACodeToTell(Pressing way) {
        function.answers(CODE, CODE);
        press(way, 700, Widget.on(CHROMIUM, function.url()));
    }

    @ParameterizedTest
    @EnumSource
    void secondPressStartsNoSecondSessionWhereTheFirstMayHave(Pressing way) {
        var unknown = FakeFunction.problem(504, "outcome-unknown", false, Map.of());
        function.answers(unknown, CODE);
        press(way, 5_000, Widget.on(CHROMIUM, function.url()));
    }

    @Test
    void keyHeldDownStartsOneSessionAndOpensNothing() {
        function.answers(LINK, LINK);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.focus()");
        enterDown(false);
        widget.await(w -> w.has("link"));
        clock.pass(1);
        enterDown(true);
        enterDown(true);
        assertEquals(1, CHROMIUM.driver().getWindowHandles().size());
        assertEquals(1, function.asked().size());
    }

    @Test
    void nextStepStandsFirstAndHasTheFocus() {
        function.answers(LINK);
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertEquals("link", focused());
        assertTrue(widget.part("link").getLocation().y < widget.part("another").getLocation().y);
    }

    @Test
    void anotherSessionIsAskedForApartAfterAPause() {
        function.answers(CODE, CODE);
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertFalse(widget.part("another").isEnabled());
        widget.script("widget.shadowRoot.querySelector('[part=another]').click()");
        assertEquals(1, function.asked().size());
        widget.another(clock);
        assertEquals("started", widget.state());
        assertEquals(2, function.keys().stream().distinct().count());
    }

    @Test
    void elementPutInPlaceOfABusyOneGoesOnWithWhatThatBegan() {
        var answer = new CountDownLatch(1);
        function.answers(FakeFunction.after(answer, CODE), CODE);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.button().click();
        widget.script("widget.replaceWith(widget.cloneNode(true))");
        assertEquals("starting", widget.state());
        widget.script("widget.click()");
        answer.countDown();
        widget.settled();
        assertEquals("483920", widget.part("code").getText());
        assertEquals(1, function.asked().size());
    }

    @Test
    void elementPutInPlaceOfOneWithASessionShowsThat() {
        function.answers(CODE, CODE);
        var widget = Widget.on(CHROMIUM, function.url()).click();
        widget.script("widget.replaceWith(widget.cloneNode(true)); document.querySelector('cobrowse-button').click()");
        assertEquals("483920", widget.settled().part("code").getText());
        assertEquals(1, function.asked().size());
    }

    @Test
    void pageLoadedAnewGoesOnUnderTheSameKeyUntilItHasShownTheSession() {
        var answer = new CountDownLatch(1);
        function.answers(FakeFunction.after(answer, CODE), HttpExchange::close, CODE, CODE);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.button().click();
        CHROMIUM.driver().navigate().refresh();
        widget.click();
        CHROMIUM.driver().get(function.url() + "/?step=2");
        assertEquals("started", widget.click().state());
        answer.countDown();
        assertEquals(1, function.keys().stream().distinct().count());
        CHROMIUM.driver().navigate().refresh();
        widget.click();
        assertEquals(2, function.keys().stream().distinct().count());
    }

    @Test
    void pageLoadedAnewAfterAnUnclearOutcomeStartsNothing() {
        var unknown = FakeFunction.problem(504, "outcome-unknown", false, Map.of());
        function.answers(unknown, unknown);
        var widget = Widget.on(CHROMIUM, function.url()).click();
        CHROMIUM.driver().navigate().refresh();
        widget.click();
        assertEquals(1, function.keys().stream().distinct().count());
    }

    @Test
    void pageThatMayStoreNothingRemembersTheKeyAsLongAsItIsThere() {
        function.answers(HttpExchange::close, CODE);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('denied'); } })");
        widget.click();
        widget.script("widget.remove(); document.body.append(widget.cloneNode())");
        assertEquals("started", widget.click().state());
        assertEquals(1, function.keys().stream().distinct().count());
    }

    private void press(Pressing way, int milliseconds, Widget widget) {
        var browser = CHROMIUM.driver();
        var place = Pressing.Place.middleOf(widget.button());
        widget.script("widget.focus()");
        way.on(browser, place);
        widget.await(w -> w.state().equals("started") || w.state().equals("failed"));
        clock.passMilliseconds(milliseconds);
        way.on(browser, place);
        widget.settled();
        assertEquals(1, function.asked().size());
    }

    /** WebDriver knows no key that repeats. */
    private static void enterDown(boolean repeated) {
        Map<String, Object> event = Map.of(
                "type", "keyDown", "key", "Enter", "text", "\r", "windowsVirtualKeyCode", 13, "autoRepeat", repeated);
        CHROMIUM.driver().executeCdpCommand("Input.dispatchKeyEvent", event);
    }

    private static Object focused() {
        return CHROMIUM.driver().executeScript("return document.activeElement.shadowRoot.activeElement.part.value");
    }
}
