package cobrowse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
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
    void clickSendsTheTargetTheTokenAndAKey() {
        function.answers(SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.token = async () => 'visitors-token'");
        widget.click();
        var asked = function.asked().get(0);
        assertEquals("POST /v1/cobrowse-sessions", asked.method() + " " + asked.uri());
        assertEquals("{\"email\":\"visitor@example.com\"}", asked.body());
        assertEquals("Bearer visitors-token", asked.authorization());
        assertTrue(asked.key().matches("\\d+(-\\d+){3}"), asked.key());
        assertEquals(List.of("cobrowse-started session-1"), widget.heard());
    }

    @Test
    void conversationIsSentWithItsDeploymentWithoutATokenWhereThereIsNone() {
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
    void tokenMayBeTheTokenItself() {
        function.answers(SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.token = 'visitors-token'");
        widget.click();
        assertEquals("Bearer visitors-token", function.asked().get(0).authorization());
    }

    /** Where a page has no `crypto.randomUUID`. */
    @Test
    void plainHttpStartsASession() {
        function.answers(SESSION);
        var widget = Widget.on(CHROMIUM, function.url().replace("localhost", Chromium.ELSEWHERE));
        assertEquals(false, widget.script("return isSecureContext"));
        widget.click();
        assertEquals("started", widget.state());
    }

    @Test
    void tokenThatCannotBeHadSendsNothing() {
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("widget.token = () => Promise.reject(new Error('signed out'))");
        widget.click();
        assertTrue(widget.status().contains("sign in again"), widget.status());
        assertEquals(List.of(), function.asked());
    }

    @Test
    void clickWhileTheAnswerIsAwaitedIsIgnored() {
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
    void lostAnswerIsAskedForAgainUnderTheSameKey() {
        function.answers(HttpExchange::close, SESSION);
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertTrue(widget.status().contains("will not start a second session"), widget.status());
        assertEquals("Try again", widget.button().getText());
        assertEquals(1, function.asked().size());
        widget.click();
        assertEquals("started", widget.state());
        assertEquals(1, function.keys().stream().distinct().count());
    }

    /** The lost answer may have been a session's: no other answer after it makes that certain, but a session. */
    @Test
    void lostAnswerKeepsItsKeyWhateverIsAnsweredAfterIt() {
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
        assertEquals("started", widget.click().state());
        assertEquals(5, function.asked().size());
        assertEquals(1, function.keys().stream().distinct().count());
    }

    @Test
    void otherTargetAfterALostAnswerIsANewAttemptAndTheFirstOneStaysOpen() {
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
    void otherTargetWhileTheAnswerIsAwaitedIsWhatTheButtonThenOffers() {
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
}
