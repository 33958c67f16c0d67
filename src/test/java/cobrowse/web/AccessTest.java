package cobrowse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** The widget by keyboard, by screen reader, on a phone, and with less motion. */
class AccessTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    final FakeFunction function = new FakeFunction();

    @AfterEach
    void asBefore() {
        cdp("Emulation.clearDeviceMetricsOverride", Map.of());
        cdp("Emulation.setEmulatedMedia", Map.of());
    }

    @ParameterizedTest
    @EnumSource(names = {"ENTER", "SPACE"})
    void keyboardAloneStartsAndReachesTheWaysToJoin(Keys key) {
        function.answers(joinable());
        var widget = Widget.on(CHROMIUM, function.url());
        press(Keys.TAB, key);
        widget.await(w -> w.has("link"));
        assertEquals("link", focused());
        press(Keys.TAB);
        assertEquals("copy", focused());
    }

    @Test
    void rolesAndNamesAreWhatAScreenReaderNeeds() {
        function.answers(joinable());
        var widget = Widget.on(CHROMIUM, function.url());
        assertEquals("button", widget.button().getAriaRole());
        assertEquals("Share this page with an agent", widget.button().getAccessibleName());
        assertEquals("status", widget.part("status").getAriaRole());
        widget.click();
        assertEquals("link", widget.part("link").getAriaRole());
        assertEquals(
                "Join the session (opens a new window)", widget.part("link").getAccessibleName());
        assertEquals("Copy the code", widget.part("copy").getAccessibleName());
        assertEquals("true", widget.part("code").getAttribute("aria-hidden"));
        assertTrue(
                widget.script("return widget.shadowRoot.textContent").toString().contains("4 8 3 9 2 0"));
    }

    @Test
    void statusIsTheSameElementAllAlongSoThatItsChangesAreAnnounced() {
        function.answers(joinable());
        var widget = Widget.on(CHROMIUM, function.url());
        var before = widget.part("status");
        widget.click();
        assertEquals(before, widget.part("status"));
        assertEquals("Your session is ready. Join it: nobody sees anything before you do.", before.getText());
    }

    @Test
    void countdownIsForTheEyeOnly() {
        var wait = FakeFunction.problem(503, "genesys-rate-limited", true, Map.of("Retry-After", "300"));
        function.answers(wait);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.button().click();
        widget.await(w -> w.button().getText().endsWith(" s)"));
        assertEquals("Try again", widget.button().getAccessibleName());
        assertEquals(
                "false", String.valueOf(widget.script("return widget.shadowRoot.querySelector('button').disabled")));
    }

    @Test
    void labelAndWordsAreTheSites() {
        function.answers(FakeFunction.problem(404, "target-not-found", false, Map.of()));
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("""
                widget.setAttribute('label', 'Hilfe holen');
                widget.words = { 'target-not-found': 'Niemand gefunden.' };
                """);
        assertEquals("Hilfe holen", widget.button().getText());
        assertTrue(widget.click().status().startsWith("Niemand gefunden."), widget.status());
    }

    @Test
    void wordsSetLaterAreTheButtonsAtOnceButForItsLabel() {
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.words = { start: 'Hilfe holen' }");
        assertEquals("Hilfe holen", widget.button().getText());
        widget.script("widget.setAttribute('label', 'Hilfe')");
        assertEquals("Hilfe", widget.button().getText());
        widget.script("widget.removeAttribute('label'); widget.words = undefined");
        assertEquals("Share this page with an agent", widget.button().getText());
    }

    @Test
    void propertiesSetBeforeTheModuleHasLoadedCountAsWell() {
        function.page("/early", """
                <!doctype html>
                <cobrowse-button email="visitor@example.com"></cobrowse-button>
                <script>
                  const early = document.querySelector("cobrowse-button");
                  early.words = { start: "Hilfe holen" };
                  early.token = "visitors-token";
                </script>
                <script type="module" src="/cobrowse-button.js"></script>
                """);
        function.answers(joinable());
        var widget = Widget.on(CHROMIUM, function.url() + "/early");
        assertEquals("Hilfe holen", widget.button().getText());
        widget.script("widget.words = { start: 'Aide' }");
        assertEquals("Aide", widget.button().getText());
        widget.click();
        assertEquals("Bearer visitors-token", function.asked().get(0).authorization());
    }

    @Test
    void phoneIsNotScrolledSidewaysAndATargetFillsAFinger() {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 320, "height", 640, "deviceScaleFactor", 2, "mobile", true));
        function.answers(FakeFunction.json(
                201,
                "{\"id\": \"s\", \"joinUrl\": \"https://join.example/s\", \"joinCode\": \"%s\"}"
                        .formatted("1234567890".repeat(6))));
        var widget = Widget.on(CHROMIUM, function.url());
        assertTrue(widget.button().getSize().height >= 44);
        widget.click();
        assertEquals(320L, widget.script("return document.documentElement.scrollWidth"));
        for (var part : List.of("link", "copy", "another")) {
            assertTrue(widget.part(part).getSize().height >= 44, part);
        }
    }

    /** The ring has two colours, which contrast with each other: on every page one of them can be seen. */
    @ParameterizedTest
    @ValueSource(strings = {"#ffffff", "#121212", "#0b57a4"})
    void focusIsSeenOnEveryPage(String background) {
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("document.body.style.background = '" + background + "'");
        press(Keys.TAB);
        var contrast = (Number) widget.script("""
                const channels = (colour) => colour.match(/\\d+/g).slice(0, 3).map((value) => value / 255);
                const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
                const luminance = (colour) => {
                  const [red, green, blue] = channels(colour).map(linear);
                  return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
                };
                const page = luminance(getComputedStyle(document.body).backgroundColor);
                const { outlineColor, boxShadow } = getComputedStyle(widget.shadowRoot.querySelector('button'));
                const rings = [outlineColor, boxShadow].filter((ring) => ring !== 'none').map(luminance);
                return Math.max(...rings.map((ring) => Math.max(ring / page, page / ring)));
                """);
        assertTrue(contrast.doubleValue() >= 3, "contrast " + contrast);
    }

    @Test
    void motionIsReducedWhereTheVisitorAsksForIt() {
        var widget = Widget.on(CHROMIUM, function.url());
        var animation = """
                widget.shadowRoot.querySelector('button').setAttribute('aria-busy', 'true');
                return getComputedStyle(widget.shadowRoot.querySelector('.spinner')).animationName;
                """;
        assertEquals("turn", widget.script(animation));
        var feature = Map.of("name", "prefers-reduced-motion", "value", "reduce");
        cdp("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
        assertEquals("none", widget.script(animation));
    }

    private static FakeFunction.Answer joinable() {
        return FakeFunction.json(
                201, "{\"id\": \"s\", \"joinUrl\": \"https://join.example/s\", \"joinCode\": \"483920\"}");
    }

    private static void press(Keys... keys) {
        new Actions(CHROMIUM.driver()).sendKeys(keys).perform();
    }

    private static Object focused() {
        return CHROMIUM.driver().executeScript("return document.activeElement.shadowRoot.activeElement.part.value");
    }

    private static void cdp(String command, Map<String, Object> parameters) {
        CHROMIUM.driver().executeCdpCommand(command, parameters);
    }
}
