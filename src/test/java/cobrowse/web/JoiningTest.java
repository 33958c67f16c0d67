package cobrowse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
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
    void linkAndCode_areBothOffered_withTheEndOfTheOffer() {
        session(
                "\"joinUrl\": \"https://join.example/s\", \"joinCode\": \"483920\", \"dateOfferEnds\": \"2099-01-01T12:00:00Z\"");
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertEquals("Your session is ready.", widget.status());
        assertEquals("https://join.example/s", widget.part("link").getAttribute("href"));
        assertEquals("_blank", widget.part("link").getAttribute("target"));
        assertEquals("noopener noreferrer", widget.part("link").getAttribute("rel"));
        assertEquals("483920", widget.part("code").getText());
        assertTrue(widget.part("details").getText().contains("Or tell your agent this code:"));
        assertTrue(widget.part("details").getText().contains("Please join before "));
    }

    @Test
    void codeAlone_isOffered_andCopied() {
        session("\"joinCode\": \"483920\"");
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertFalse(widget.has("link"));
        assertTrue(widget.part("details").getText().contains("Tell your agent this code:"));
        allow("clipboardReadWrite", "clipboardSanitizedWrite");
        widget.part("copy").click();
        widget.await(w -> w.status().equals("The code is copied."));
        assertEquals("483920", CHROMIUM.driver().executeScript("return navigator.clipboard.readText()"));
    }

    @Test
    void codeThatIsSelected_isTheCodeAlone() {
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
    void codeThatCannotBeCopied_saysSo() {
        session("\"joinCode\": \"483920\"");
        var widget = Widget.on(CHROMIUM, function.url()).click();
        widget.script("navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))");
        widget.part("copy").click();
        widget.await(w -> w.status().contains("could not be copied"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "//join.example/s", "no address"})
    void whatIsNoWebAddress_isNoLink(String joinUrl) {
        session("\"joinUrl\": \"%s\", \"joinCode\": \"483920\"".formatted(joinUrl));
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertTrue(widget.has("code"));
        assertFalse(widget.has("link"));
    }

    @Test
    void markupFromTheApi_staysText() {
        session("\"joinCode\": \"<img src=x onerror=alert(1)>\"");
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertEquals("<img src=x onerror=alert(1)>", widget.part("code").getText());
    }

    @Test
    void sessionWithoutAWayToJoin_isLookedUp_notStartedAgain() {
        session("\"fetched\": false, \"deploymentId\": \"deployment-1\"");
        function.answers(FakeFunction.problem(503, "genesys-unavailable", true, Map.of()));
        session("\"joinCode\": \"483920\"");
        var widget = Widget.on(CHROMIUM, function.url()).click();
        assertTrue(widget.status().contains("session-1 has started"), widget.status());
        assertEquals("Get the join link", widget.button().getText());
        widget.click();
        assertTrue(widget.status().contains("session-1 has started"), widget.status());
        widget.click();
        assertEquals("483920", widget.part("code").getText());
        assertEquals("Start another session", widget.button().getText());
        var look = function.asked().get(2);
        assertEquals("GET /v1/cobrowse-sessions/session-1?deploymentId=deployment-1", look.method() + " " + look.uri());
        assertEquals("POST", function.asked().get(0).method());
        assertEquals(3, function.asked().size());
    }

    private void session(String members) {
        function.answers(FakeFunction.json(201, "{\"id\": \"session-1\", %s}".formatted(members)));
    }

    private static void allow(String... permissions) {
        CHROMIUM.driver().executeCdpCommand("Browser.grantPermissions", Map.of("permissions", permissions));
    }
}
