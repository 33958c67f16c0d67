package cobrowse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One click is one session: what is sent, how often, and under which key. */
class AttemptTest {
    private static final FakeFunction.Answer SESSION =
            FakeFunction.json(201, "{\"id\": \"session-1\", \"joinUrl\": \"https://join.example/session-1\"}");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    final FakeFunction function = new FakeFunction();

    @Test
    void click_sendsTheTargetTheTokenAndAKey() {
        function.answers(SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.token = async () => 'visitors-token'");
        widget.click();
        var asked = function.asked().get(0);
        assertEquals("POST /v1/cobrowse-sessions", asked.method() + " " + asked.uri());
        assertEquals("{\"email\":\"visitor@example.com\"}", asked.body());
        assertEquals("Bearer visitors-token", asked.authorization());
        assertTrue(asked.key().matches("[0-9a-f]{32}"), asked.key());
        assertEquals(List.of("cobrowse-started session-1"), widget.heard());
    }

    @Test
    void conversation_isSentWithItsDeployment_withoutATokenWhereThereIsNone() {
        function.answers(SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("""
                widget.removeAttribute('email');
                widget.setAttribute('conversation-id', 'conversation-1');
                widget.setAttribute('deployment-id', 'deployment-1');
                """);
        widget.click();
        assertEquals(
                "{\"conversationId\":\"conversation-1\",\"deploymentId\":\"deployment-1\"}",
                function.asked().get(0).body());
        assertNull(function.asked().get(0).authorization());
    }

    @Test
    void token_mayBeTheTokenItself() {
        function.answers(SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.token = 'visitors-token'");
        widget.click();
        assertEquals("Bearer visitors-token", function.asked().get(0).authorization());
    }

    /** Where a page has no `crypto.randomUUID`. */
    @Test
    void plainHttp_startsASession() {
        function.answers(SESSION);
        var widget = Widget.on(CHROMIUM, function.url().replace("localhost", Chromium.ELSEWHERE));
        assertEquals(false, widget.script("return isSecureContext"));
        widget.click();
        assertEquals("Your session is ready.", widget.status());
    }

    @Test
    void tokenThatCannotBeHad_sendsNothing() {
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.token = () => Promise.reject(new Error('signed out'))");
        widget.click();
        assertTrue(widget.status().contains("sign in again"), widget.status());
        assertEquals(List.of(), function.asked());
    }

    @Test
    void doubleClick_startsOneSession() {
        function.answers(SESSION, SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.clickTimes(1, 2);
        widget.settled();
        assertEquals("Your session is ready.", widget.status());
        assertEquals(1, function.asked().size());
    }

    @Test
    void doubleClick_startsOneSession_evenWhereTheAnswerComesBetweenTheClicks() {
        function.answers(SESSION, SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.clickTimes(1);
        widget.await(w -> w.has("link"));
        widget.clickTimes(2);
        widget.settled();
        assertEquals("Start another session", widget.button().getText());
        assertEquals(1, function.asked().size());
    }

    @Test
    void clickWhileTheAnswerIsAwaited_isIgnored() {
        var answer = new CountDownLatch(1);
        function.answers(FakeFunction.after(answer, SESSION), SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.button().click();
        widget.await(w -> w.status().equals("Starting your session…"));
        assertEquals("true", widget.button().getAttribute("aria-busy"));
        assertEquals("true", widget.button().getAttribute("aria-disabled"));
        widget.script("widget.shadowRoot.querySelector('button').click()");
        answer.countDown();
        widget.settled();
        assertNull(widget.button().getAttribute("aria-busy"));
        assertEquals(1, function.asked().size());
    }

    @Test
    void keyHeldDown_startsOneSession() {
        function.answers(SESSION, SESSION, SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.shadowRoot.querySelector('button').focus()");
        enterDown(false);
        widget.await(w -> w.has("link"));
        enterDown(true);
        enterDown(true);
        widget.settled();
        assertEquals("Start another session", widget.button().getText());
        assertEquals(1, function.asked().size());
    }

    @Test
    void clickAfterASession_isANewAttempt() {
        function.answers(SESSION, SESSION);
        Widget.on(CHROMIUM, function.url()).click().click();
        assertEquals(2, function.keys().size());
        assertNotEquals(function.keys().get(0), function.keys().get(1));
    }

    @Test
    void lostAnswer_isAskedForAgainUnderTheSameKey() {
        function.answers(HttpExchange::close, SESSION);
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertTrue(widget.status().contains("will not start a second session"), widget.status());
        assertEquals("Try again", widget.button().getText());
        assertEquals(1, function.asked().size());
        widget.click();
        assertEquals("Your session is ready.", widget.status());
        assertEquals(1, function.keys().stream().distinct().count());
    }

    /** The lost answer may have been a session's: no other answer after it makes that certain, but a session. */
    @Test
    void lostAnswer_keepsItsKey_whateverIsAnsweredAfterIt() {
        function.answers(
                HttpExchange::close,
                FakeFunction.json(401, "{\"message\": \"Unauthorized\"}"),
                FakeFunction.problem(500, "internal-error", false, Map.of()),
                FakeFunction.problem(404, "target-not-found", false, Map.of()),
                SESSION);
        var widget = Widget.on(CHROMIUM, function.url()).click().click().click().click();
        widget.script("widget.token = () => Promise.reject(new Error('signed out'))");
        widget.click();
        widget.script("widget.token = undefined");
        assertEquals("Your session is ready.", widget.click().status());
        assertEquals(5, function.asked().size());
        assertEquals(1, function.keys().stream().distinct().count());
    }

    @Test
    void otherTargetAfterALostAnswer_isANewAttempt_andTheFirstOneStaysOpen() {
        function.answers(HttpExchange::close, SESSION, SESSION);
        var widget = Widget.on(CHROMIUM, function.url()).click();
        widget.script("widget.setAttribute('email', 'another@example.com')");
        assertEquals("", widget.status());
        widget.click();
        assertNotEquals(function.keys().get(0), function.keys().get(1));
        widget.script("widget.setAttribute('email', 'visitor@example.com')");
        widget.click();
        assertEquals(function.keys().get(0), function.keys().get(2));
    }

    @Test
    void otherTargetWhileTheAnswerIsAwaited_isWhatTheButtonThenOffers() {
        var answer = new CountDownLatch(1);
        var started = FakeFunction.json(201, "{\"id\": \"session-1\", \"fetched\": false}");
        function.answers(FakeFunction.after(answer, started), SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.button().click();
        widget.script("widget.setAttribute('email', 'another@example.com')");
        answer.countDown();
        widget.settled();
        assertEquals("Share this page with an agent", widget.button().getText());
        assertEquals("", widget.status());
        assertEquals(List.of("cobrowse-started session-1"), widget.heard());
        widget.script("widget.setAttribute('email', 'visitor@example.com')");
        widget.click();
        assertEquals("GET", function.asked().get(1).method());
    }

    @Test
    void otherTargetWhileWaitingForARetry_isNotRetried() {
        function.answers(busy("1"), SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("""
                widget.shadowRoot.querySelector('button').click();
                widget.setAttribute('email', 'another@example.com');
                """);
        widget.settled();
        assertEquals("Share this page with an agent", widget.button().getText());
        assertEquals(1, function.asked().size());
    }

    @Test
    void elementTakenOutWhileWaitingForARetry_keepsItsKey_andIsReadyWhenPutBack() {
        function.answers(busy("1"), SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("""
                widget.addEventListener('cobrowse-failed', () => heard.push({ type: 'unheard', detail: {} }));
                widget.shadowRoot.querySelector('button').click();
                widget.remove();
                window.putBack = () => document.body.append(widget);
                window.state = () => widget.shadowRoot.querySelector('button').dataset.state;
                """);
        widget.await(any -> CHROMIUM.driver().executeScript("return state()").equals("idle"));
        CHROMIUM.driver().executeScript("putBack()");
        assertEquals("Share this page with an agent", widget.settled().button().getText());
        assertEquals(List.of(), widget.heard());
        assertEquals(1, function.asked().size());
        widget.click();
        assertEquals(1, function.keys().stream().distinct().count());
    }

    @Test
    void retryAfterInSeconds_isWaitedFor_thenRetriedUnderTheSameKey() {
        function.answers(busy("2"), SESSION);
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertTrue(widget.has("link"));
        assertRetriedAfter(Duration.ofSeconds(2));
        assertEquals(List.of("cobrowse-started session-1"), widget.heard());
    }

    @Test
    void clickWhileWaitingForARetry_isIgnored() {
        // Long enough that the test is over before the retry.
        function.answers(busy("60"));
        var widget = Widget.on(CHROMIUM, function.url());
        widget.button().click();
        widget.await(w -> w.status().contains("We will try again in 60 s."));
        assertEquals("true", widget.button().getAttribute("aria-disabled"));
        widget.button().click();
        assertTrue(widget.status().contains("We will try again in 60 s."), widget.status());
        assertEquals(1, function.asked().size());
    }

    @Test
    void retryAfterAsADate_isWaitedFor() {
        // Dates have whole seconds: one of the three may be lost to rounding.
        function.answers(exchange -> busy(inSeconds(3)).to(exchange), SESSION);
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertTrue(widget.has("link"));
        assertRetriedAfter(Duration.ofSeconds(1));
    }

    /** The throttle answers for the function: no problem, no {@code Retry-After}. */
    @Test
    void throttleOfTheGateway_isRetriedUnderTheSameKey() {
        function.answers(FakeFunction.json(429, "{\"message\": \"Too Many Requests\"}"), SESSION);
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertTrue(widget.has("link"));
        assertRetriedAfter(Duration.ofSeconds(3));
        assertEquals(List.of("cobrowse-started session-1"), widget.heard());
    }

    @Test
    void longRetryAfter_isNotRetriedByItself() {
        function.answers(busy("300"));
        var widget = Widget.on(CHROMIUM, function.url());
        widget.button().click();
        widget.await(w -> w.status().contains("You can try again in 300 s."));
        assertTrue(
                widget.button().getText().matches("Try again\\s\\(\\d+ s\\)"),
                widget.button().getText());
        assertEquals("true", widget.button().getAttribute("aria-disabled"));
        assertEquals(List.of("cobrowse-failed genesys-rate-limited"), widget.heard());
        assertEquals(1, function.asked().size());
    }

    /** What a site of another origin needs of the API: these request headers allowed, Retry-After exposed. */
    @Test
    void apiOfAnotherOrigin_isReached_andItsRetryAfterRead() {
        try (var api = new FakeFunction()) {
            api.answers(busy("300"));
            var widget = Widget.on(CHROMIUM, function.url());
            widget.script("widget.token = () => 'visitors-token'; widget.setAttribute('endpoint', '%s/')"
                    .formatted(api.url()));
            widget.button().click();
            widget.await(w -> w.status().contains("You can try again in 300 s."));
            assertEquals("Bearer visitors-token", api.asked().get(0).authorization());
            assertFalse(api.keys().get(0).isEmpty());
        }
    }

    private static FakeFunction.Answer busy(String retryAfter) {
        return FakeFunction.problem(503, "genesys-rate-limited", true, Map.of("Retry-After", retryAfter));
    }

    private static String inSeconds(int seconds) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(seconds));
    }

    /** WebDriver knows no key that repeats. */
    private static void enterDown(boolean repeated) {
        Map<String, Object> event = Map.of(
                "type", "keyDown", "key", "Enter", "text", "\r", "windowsVirtualKeyCode", 13, "autoRepeat", repeated);
        CHROMIUM.driver().executeCdpCommand("Input.dispatchKeyEvent", event);
    }

    private void assertRetriedAfter(Duration wait) {
        assertEquals(2, function.asked().size());
        assertEquals(1, function.keys().stream().distinct().count());
        var waited =
                function.asked().get(1).nanoTime() - function.asked().get(0).nanoTime();
        assertTrue(waited >= wait.toNanos(), "waited only " + Duration.ofNanos(waited));
    }
}
