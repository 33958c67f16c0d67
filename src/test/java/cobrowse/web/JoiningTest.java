package cobrowse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** What a started session gives its visitor. */
class JoiningTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    final FakeFunction function = new FakeFunction();

    @Test
    void linkAndCodeAreBothOfferedWithTheEndOfTheOffer() {
        session(
                "\"joinUrl\": \"https://join.example/s\", \"joinCode\": \"483920\", \"dateOfferEnds\": \"2099-01-01T12:00:00Z\"");
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertTrue(widget.status().startsWith("Your session is ready."), widget.status());
        assertEquals("https://join.example/s", widget.part("link").getAttribute("href"));
        assertEquals("_blank", widget.part("link").getAttribute("target"));
        assertEquals("noopener noreferrer", widget.part("link").getAttribute("rel"));
        assertEquals("483920", widget.part("code").getText());
        assertTrue(widget.part("details").getText().contains("Or tell your agent, and nobody else, this code:"));
        assertTrue(widget.part("details").getText().contains("Please join before "));
    }

    @Test
    void codeAloneIsOfferedAndCopied() {
        session("\"joinCode\": \"483920\"");
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertFalse(widget.has("link"));
        assertTrue(widget.status().contains("Tell your agent, and nobody else, this code:"), widget.status());
        allow("clipboardReadWrite", "clipboardSanitizedWrite");
        widget.part("copy").click();
        widget.await(w -> w.status().equals("The code is copied."));
        assertEquals("483920", CHROMIUM.driver().executeScript("return navigator.clipboard.readText()"));
    }

    @Test
    void codeThatIsSelectedIsTheCodeAlone() {
        session("\"joinCode\": \"483920\"");
        var widget = Widget.on(CHROMIUM, function.url()).click();
        allow("clipboardReadWrite", "clipboardSanitizedWrite");
        widget.script("getSelection().selectAllChildren(widget.shadowRoot.querySelector('.code'))");
        new Actions(CHROMIUM.driver())
                .keyDown(Keys.CONTROL)
                .sendKeys("c")
                .keyUp(Keys.CONTROL)
                .perform();
        assertEquals("483920", CHROMIUM.driver().executeScript("return navigator.clipboard.readText()"));
    }

    @Test
    void codeThatCannotBeCopiedSaysSo() {
        session("\"joinCode\": \"483920\"");
        var widget = Widget.on(CHROMIUM, function.url()).click();
        widget.script("navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))");
        widget.part("copy").click();
        widget.await(w -> w.status().contains("could not be copied"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "//join.example/s", "no address"})
    void whatIsNoWebAddressIsNoLink(String joinUrl) {
        session("\"joinUrl\": \"%s\", \"joinCode\": \"483920\"".formatted(joinUrl));
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertTrue(widget.has("code"));
        assertFalse(widget.has("link"));
    }

    @Test
    void markupFromTheApiStaysText() {
        session("\"joinCode\": \"<img src=x onerror=alert(1)>\"");
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertEquals("<img src=x onerror=alert(1)>", widget.part("code").getText());
    }

    @Test
    void sessionWithoutAWayToJoinIsLookedUpNotStartedAgain() {
        session("\"fetched\": false, \"deploymentId\": \"deployment-1\"");
        session("\"fetched\": true");
        session("\"joinCode\": \"483920\"");
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertTrue(widget.status().contains("session-1 has started"), widget.status());
        assertEquals("Get the join link", widget.button().getText());
        widget.click();
        assertTrue(widget.status().contains("session-1 has started"), widget.status());
        // Nothing new was learnt, so nothing is told.
        assertEquals(List.of("cobrowse-started session-1"), widget.heard());
        widget.click();
        assertEquals("483920", widget.part("code").getText());
        assertFalse(widget.button().isDisplayed());
        assertEquals(List.of("cobrowse-started session-1", "cobrowse-started session-1"), widget.heard());
        var look = function.asked().get(2);
        assertEquals("GET /v1/cobrowse-sessions/session-1?deploymentId=deployment-1", look.method() + " " + look.uri());
        assertEquals("POST", function.asked().get(0).method());
        // By its key the API knows that the session is this visitor's own.
        assertEquals(function.keys().get(0), look.key());
        assertEquals(3, function.asked().size());
    }

    @Test
    void lookUpThatMayPassIsRetriedOnceThenExplained() {
        var answer = FakeFunction.problem(503, "genesys-unavailable", true, Map.of("Retry-After", "0"));
        session("\"fetched\": false");
        function.answers(answer, answer);
        var widget = Widget.on(CHROMIUM, function.url()).click().click();
        assertTrue(widget.status().contains("session-1 has started"), widget.status());
        assertTrue(widget.status().contains("cannot be reached right now"), widget.status());
        assertEquals("Reference: correlation-1", widget.part("reference").getText());
        assertEquals("Get the join link", widget.button().getText());
        assertEquals(List.of("cobrowse-started session-1", "cobrowse-failed genesys-unavailable"), widget.heard());
        assertEquals(3, function.asked().size());
        session("\"joinCode\": \"483920\"");
        assertEquals("483920", widget.click().part("code").getText());
    }

    @Test
    void lookUpWaitsAsLongAsRetryAfterSays() {
        session("\"fetched\": false");
        function.answers(FakeFunction.problem(503, "genesys-rate-limited", true, Map.of("Retry-After", "300")));
        var widget = Widget.on(CHROMIUM, function.url()).click();
        widget.button().click();
        widget.await(w -> w.status().contains("You can try again in 300 s."));
        assertTrue(widget.status().contains("session-1 has started"), widget.status());
        assertEquals("true", widget.button().getAttribute("aria-disabled"));
    }

    /** Under the strict policy, visitors known by e-mail or conversation alone may never look up. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            caller-not-allowed | 403 | ask your agent     |
            target-not-found   | 404 | may be over        |
            genesys-rejected   | 502 | could not do       | Get the join link
            internal-error     | 500 | went wrong         | Get the join link
            """)
    void lookUpThatFailsSaysWhyAndGoesNotInCircles(String code, int status, String words, String offer) {
        session("\"fetched\": false");
        function.answers(FakeFunction.problem(status, code, false, Map.of()));
        var widget = Widget.on(CHROMIUM, function.url()).click().click();
        assertTrue(widget.status().contains("session-1 has started"), widget.status());
        assertTrue(widget.status().contains(words), widget.status());
        assertEquals(offer == null ? "" : offer, widget.button().getText());
        assertEquals(offer == null, widget.part("another").isDisplayed());
        assertEquals(List.of("cobrowse-started session-1", "cobrowse-failed " + code), widget.heard());
    }

    @Test
    void lookUpSignedOutAsksToSignInAndGoesOnAfterwards() {
        session("\"fetched\": false");
        function.answers(FakeFunction.json(401, "{\"message\": \"Unauthorized\"}"));
        session("\"joinCode\": \"483920\"");
        var widget = Widget.on(CHROMIUM, function.url()).click().click();
        assertTrue(widget.status().contains("sign in again"), widget.status());
        assertEquals("Get the join link", widget.button().getText());
        assertEquals("483920", widget.click().part("code").getText());
    }

    private void session(String members) {
        function.answers(FakeFunction.json(201, "{\"id\": \"session-1\", %s}".formatted(members)));
    }

    private static void allow(String... permissions) {
        CHROMIUM.driver().executeCdpCommand("Browser.grantPermissions", Map.of("permissions", permissions));
    }
}
