package cobrowse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A failure that can pass is waited out: how long, who may hear of it, and what a click does meanwhile. */
class RetryTest {
    private static final FakeFunction.Answer SESSION =
            FakeFunction.json(201, "{\"id\": \"session-1\", \"joinUrl\": \"https://join.example/session-1\"}");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    final Clock clock = new Clock(CHROMIUM);

    @RegisterExtension
    final FakeFunction function = new FakeFunction();

    @Test
    void otherTargetWhileWaitingForARetryIsNotRetried() {
        function.answers(busy("20"), SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.script("""
                widget.shadowRoot.querySelector('button').click();
                """);
        widget.await(w -> w.state().equals("waiting"));
        widget.script("widget.setAttribute('email', 'another@example.com')");
        assertEquals("idle", widget.state());
        clock.pass(20);
        assertEquals("Share this page with an agent", widget.button().getText());
        assertEquals(1, function.asked().size());
    }

    @Test
    void elementTakenOutWhileWaitingForARetryKeepsItsKeyAndIsReadyWhenPutBack() {
        function.answers(busy("20"), SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.button().click();
        widget.await(w -> w.state().equals("waiting"));
        widget.script("window.taken = widget; widget.remove()");
        clock.pass(20);
        CHROMIUM.driver().executeScript("document.body.append(taken)");
        widget.await(w -> w.state().equals("idle"));
        assertEquals(List.of(), widget.heard());
        assertEquals(1, function.asked().size());
        widget.click();
        assertEquals(1, function.keys().stream().distinct().count());
    }

    @Test
    void elementPutInPlaceOfAWaitingOneWaitsOnAndShowsTheSession() {
        function.answers(busy("20"), SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.button().click();
        widget.await(w -> w.state().equals("waiting"));
        widget.script("widget.replaceWith(widget.cloneNode())");
        assertEquals("waiting", widget.state());
        clock.pass(20);
        widget.settled();
        assertTrue(widget.has("link"));
        assertEquals(List.of("cobrowse-started session-1"), widget.heard());
        assertEquals(1, function.keys().stream().distinct().count());
    }

    @Test
    void retryAfterInSecondsIsWaitedForThenRetriedUnderTheSameKey() {
        function.answers(busy("2"), SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        assertRetriedAfter(2, widget);
        assertEquals(List.of("cobrowse-started session-1"), widget.heard());
    }

    @Test
    void clickWhileWaitingForARetryIsIgnored() {
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
    void retryAfterAsADateIsWaitedFor() {
        function.answers(exchange -> busy(inSeconds(40)).to(exchange), SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        widget.button().click();
        widget.await(w -> w.state().equals("waiting"));
        // Dates have whole seconds, and the answer takes a while.
        clock.pass(30);
        assertEquals("waiting", widget.state());
        clock.pass(11);
        widget.await(w -> w.has("link"));
    }

    /** The throttle answers for the function: no problem, no {@code Retry-After}. */
    @Test
    void throttleOfTheGatewayIsRetriedUnderTheSameKey() {
        function.answers(FakeFunction.json(429, "{\"message\": \"Too Many Requests\"}"), SESSION);
        var widget = Widget.on(CHROMIUM, function.url());
        assertRetriedAfter(3, widget);
        assertEquals(List.of("cobrowse-started session-1"), widget.heard());
    }

    @Test
    void longRetryAfterIsNotRetriedByItself() {
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
        clock.pass(300);
        widget.await(w -> w.state().equals("failed"));
        assertEquals("Try again", widget.button().getText());
    }

    /** An answer that is wrong by hours locks nobody out. */
    @Test
    void absurdRetryAfterCountsAsFiveMinutes() {
        function.answers(busy("86400"));
        var widget = Widget.on(CHROMIUM, function.url());
        widget.button().click();
        widget.await(w -> w.status().contains("You can try again in 300 s."));
        clock.pass(300);
        widget.await(w -> w.state().equals("failed"));
    }

    @Test
    void countdownIsTheSameEverywhere() {
        function.answers(busy("60"));
        var widget = Widget.on(CHROMIUM, function.url());
        widget.button().click();
        widget.await(w -> w.status().contains("We will try again in 60 s."));
        clock.pass(2);
        assertTrue(widget.status().contains("We will try again in 58 s."), widget.status());
        assertEquals("Try again\n(58 s)", widget.button().getText().replace(" (", "\n("));
    }

    /** What a site of another origin needs of the API: these request headers allowed, Retry-After exposed. */
    @Test
    void apiOfAnotherOriginIsReachedAndItsRetryAfterRead() {
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

    private void assertRetriedAfter(int seconds, Widget widget) {
        widget.button().click();
        widget.await(w -> w.state().equals("waiting"));
        clock.passMilliseconds(seconds * 1000 - 1);
        assertEquals("waiting", widget.state());
        clock.passMilliseconds(1);
        widget.await(w -> w.has("link"));
        assertEquals(2, function.asked().size());
        assertEquals(1, function.keys().stream().distinct().count());
    }
}
