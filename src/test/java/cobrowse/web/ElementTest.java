package cobrowse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.logging.LogType;

/** The element as those find it who build pages: properties, methods, events, states, and what it warns of. */
class ElementTest {
    private static final FakeFunction.Answer CODE =
            FakeFunction.json(201, "{\"id\": \"session-1\", \"joinCode\": \"483920\"}");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    final FakeFunction function = new FakeFunction();

    @ParameterizedTest
    @CsvSource({
        "email, email",
        "userId, user-id",
        "conversationId, conversation-id",
        "deploymentId, deployment-id",
        "endpoint, endpoint",
        "label, label"
    })
    void propertyIsTheAttributeOfItsName(String property, String attribute) {
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.%s = 'one'".formatted(property));
        assertEquals("one", widget.script("return widget.getAttribute('%s')".formatted(attribute)));
        widget.script("widget.setAttribute('%s', 'two')".formatted(attribute));
        assertEquals("two", widget.script("return widget.%s".formatted(property)));
        widget.script("widget.%s = null".formatted(property));
        assertNull(widget.script("return widget.getAttribute('%s')".formatted(attribute)));
        assertEquals("", widget.script("return widget.%s".formatted(property)));
    }

    @Test
    void everythingSetBeforeTheModuleHasLoadedCounts() {
        function.page("/early", """
                <!doctype html>
                <cobrowse-button></cobrowse-button>
                <script>
                  Object.assign(document.querySelector("cobrowse-button"),
                    { userId: "user-1", token: () => "visitors-token", label: "Hilfe" });
                </script>
                <script type="module" src="/cobrowse-button.js"></script>
                """);
        function.answers(CODE);
        var widget = Widget.on(CHROMIUM, function.url() + "/early");
        assertEquals("Hilfe", widget.button().getText());
        widget.click();
        assertEquals("{\"userId\":\"user-1\"}", function.asked().get(0).body());
        assertEquals("Bearer visitors-token", function.asked().get(0).authorization());
    }

    @Test
    void tokenIsNoAttribute() {
        function.answers(CODE);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.setAttribute('token', 'secret')");
        assertNull(widget.host().getAttribute("token"));
        widget.click();
        assertNull(function.asked().get(0).authorization());
        assertWarned("takes no attribute token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "widget.userId = 'user-1'",
                "widget.removeAttribute('email')",
                "widget.deploymentId = 'deployment-1'"
            })
    void requestThatTheApiWouldRefuseIsNotSent(String mistake) {
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script(mistake);
        widget.click();
        assertTrue(widget.status().contains("in a way we do not understand"), widget.status());
        assertEquals(List.of("cobrowse-failed invalid-request"), widget.heard());
        assertEquals(List.of(), function.asked());
        assertWarned("conversation-id");
    }

    @Test
    void answerThatMayNotBeReadIsHintedAtInTheConsole() {
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.endpoint = 'http://localhost:1'");
        widget.click();
        assertEquals(List.of("cobrowse-failed answer-lost"), widget.heard());
        assertWarned("CORS?");
    }

    @Test
    void focusThatHasMovedOnIsLeftWhereItIs() {
        function.answers(CODE);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("""
                document.body.insertAdjacentElement('afterbegin', document.createElement('input'));
                widget.start();
                document.querySelector('input').focus();
                """);
        widget.settled();
        assertEquals(true, widget.script("return document.activeElement.matches('input')"));
    }

    @Test
    void disabledStartsNothing() {
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.disabled = true");
        assertEquals("true", widget.host().getAttribute("disabled"));
        assertFalse(widget.button().isEnabled());
        widget.script("widget.click(); widget.start()");
        assertEquals(List.of(), function.asked());
        widget.script("widget.disabled = false");
        assertTrue(widget.button().isEnabled());
    }

    @Test
    void startAndResetAreTheClicksOfAProgram() {
        function.answers(CODE, CODE);
        var widget = Widget.on(CHROMIUM, function.url());
        CHROMIUM.driver().executeAsyncScript("""
                const [widget, done] = arguments;
                Promise.all([widget.start(), widget.start()]).then(() => widget.start()).then(done);
                """, widget.host());
        assertEquals("started", widget.script("return widget.state"));
        assertEquals(1, function.asked().size());
        widget.script("widget.reset()");
        assertEquals("idle", widget.state());
        widget.click();
        assertEquals(2, function.keys().stream().distinct().count());
    }

    @Test
    void focusAndClickAreThoseOfTheNextStep() {
        function.answers(CODE);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.focus()");
        assertEquals("button", widget.script("return widget.shadowRoot.activeElement.part.value"));
        widget.script("widget.click()");
        assertEquals("started", widget.settled().state());
    }

    @Test
    void eventsTellEachStep() {
        function.answers(CODE);
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertEquals(
                List.of("cobrowse-starting", "cobrowse-started"),
                widget.script("return heard.map(({ type }) => type)"));
        assertEquals("visitor@example.com", widget.script("return heard[0].detail.email"));
    }

    @Test
    void stateCanBeSelectedInCss() {
        function.answers(CODE);
        var widget = Widget.on(CHROMIUM, function.url());
        assertEquals(true, widget.script("return widget.matches(':state(idle)[data-state=idle]')"));
        widget.click();
        assertEquals(true, widget.script("return widget.matches(':state(started)[data-state=started]')"));
        assertEquals(false, widget.script("return widget.matches(':state(idle)')"));
    }

    @Test
    void contentOfTheElementIsSeenBeforeTheModuleHasLoadedAndWhereNoSessionCouldBeStarted() {
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.append('Call 0800 123')");
        var seen = "return !widget.shadowRoot.querySelector('slot').hidden";
        assertEquals(false, widget.script(seen));
        function.answers(FakeFunction.json(500, "{}"));
        widget.click();
        assertEquals(true, widget.script(seen));
        assertTrue(widget.host().getText().contains("Call 0800 123"));
    }

    @Test
    void moduleLoadedTwiceIsOneElement() {
        var widget = Widget.on(CHROMIUM, function.url());
        assertEquals(
                "function",
                CHROMIUM.driver()
                        .executeAsyncScript(
                                "import('/cobrowse-button.js?again').then((module) => arguments[0](typeof module.CobrowseButton), (error) => arguments[0](String(error)))"));
        assertEquals("Share this page with an agent", widget.button().getText());
    }

    private static void assertWarned(String words) {
        var log = CHROMIUM.driver().manage().logs().get(LogType.BROWSER).getAll();
        assertTrue(
                log.stream()
                        .anyMatch(entry -> entry.getLevel() == Level.WARNING
                                && entry.getMessage().contains(words)),
                () -> log.toString());
    }
}
