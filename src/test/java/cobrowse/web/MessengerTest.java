package cobrowse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where Genesys' Messenger runs on the page, the session is joined there. */
class MessengerTest {
    /** Remembers what it is told, and answers as the test has laid out; the callbacks of the rest are kept. */
    private static final String MESSENGER = """
            window.told = [];
            window.answers = {};
            window.Genesys = (kind, name, ...more) => {
              const [data, ok, failed] = kind === 'subscribe' ? [undefined, ...more] : more;
              told.push([kind, name, data]);
              window[name.split('.')[1]] = { ok, failed };
              if (answers[name] === 'ok') ok({});
              if (answers[name] === 'failed') failed(new Error('no'));
            };
            """;

    private static final FakeFunction.Answer NOTHING = FakeFunction.status(204);

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    final Clock clock = new Clock(CHROMIUM);

    @RegisterExtension
    final FakeFunction function = new FakeFunction();

    @Test
    void offerIsAcceptedAndTheVisitorToldWhoSeesThePage() {
        var widget = joined();
        assertTrue(widget.status().contains("Your agent can see this page now."), widget.status());
        assertEquals(
                List.of("CobrowseService.acceptSession", Map.of("joinCode", "483920", "sessionId", "session-1")),
                widget.script("return told.find(([kind]) => kind === 'command').slice(1)"));
        assertEquals(List.of("cobrowse-started session-1", "cobrowse-joined session-1"), widget.heard());
        assertEquals("status", focused(widget));
        assertFalse(widget.has("code"));
    }

    @Test
    void stopSharingStopsItInMessengerAndEndsItUnderTheKeyOfItsStart() {
        function.answers(NOTHING);
        var widget = joined();
        widget.script("widget.token = 'visitors-token'; answers['CobrowseService.stopSession'] = 'ok'");
        widget.part("stop").click();
        widget.await(w -> w.state().equals("ended") && function.asked().size() == 2);
        assertTrue(widget.status().contains("Your agent does not see this page any more."), widget.status());
        var end = function.asked().get(1);
        assertEquals("DELETE", end.method());
        assertEquals(
                "/v1/cobrowse-sessions/session-1?deploymentId=deployment-1",
                end.uri().toString());
        assertEquals(function.keys().get(0), end.key());
        assertEquals("Bearer visitors-token", end.authorization());
        assertEquals("cobrowse-ended session-1", widget.heard().get(2));
    }

    @Test
    void resetEndsWhatIsSharedUnderTheKeyOfItsStart() {
        function.answers(NOTHING);
        var widget = joined();
        widget.script("answers['CobrowseService.stopSession'] = 'ok'; widget.reset()");
        assertEquals("idle", widget.state());
        widget.await(w -> function.asked().size() == 2);
        var end = function.asked().get(1);
        assertEquals("DELETE", end.method());
        assertEquals(function.keys().get(0), end.key());
    }

    @Test
    void sessionThatMessengerEndsIsOver() {
        var widget = joined();
        widget.script("sessionEnded.ok()");
        assertEquals("ended", widget.state());
        assertEquals("cobrowse-ended session-1", widget.heard().get(2));
        widget.script("sessionEnded.ok()");
        assertEquals(3, widget.heard().size());
        assertEquals(1, function.asked().size());
    }

    @Test
    void stopThatFailsInMessengerIsDoneThroughTheApi() {
        function.answers(NOTHING);
        var widget = joined();
        widget.script("answers['CobrowseService.stopSession'] = 'failed'");
        widget.part("stop").click();
        widget.await(w -> w.state().equals("ended"));
    }

    @Test
    void stopThatFailsEverywhereIsSaidAndCanBeTriedAgain() {
        function.answers(FakeFunction.problem(503, "genesys-unavailable", true, Map.of()), NOTHING);
        var widget = joined();
        widget.part("stop").click();
        // Messenger does not answer.
        clock.pass(3);
        widget.await(w -> w.status().contains("may still see this page"));
        assertEquals("joined", widget.state());
        widget.part("stop").click();
        clock.pass(3);
        widget.await(w -> w.state().equals("ended"));
    }

    @Test
    void messengerThatCannotAcceptLeavesTheCode() {
        var widget = started("answers['CobrowseService.acceptSession'] = 'failed'");
        assertEquals("started", widget.state());
        assertEquals("483920", widget.part("code").getText());
    }

    @Test
    void messengerThatThrowsLeavesTheCode() {
        var widget = started("window.Genesys = () => { throw new Error('not ready'); }");
        assertEquals("started", widget.state());
        assertEquals("483920", widget.part("code").getText());
    }

    @Test
    void messengerThatDoesNotAnswerLeavesTheCodeAndIsHeardIfItDoesLater() {
        var widget = started("");
        widget.await(w -> w.status().contains("Showing this page to your agent"));
        clock.pass(10);
        widget.await(w -> w.state().equals("started"));
        assertEquals("483920", widget.part("code").getText());
        widget.script("acceptSession.ok()");
        widget.await(w -> w.state().equals("joined"));
    }

    @Test
    void sessionWithoutACodeIsJoinedByItsLink() {
        function.answers(FakeFunction.json(201, "{\"id\": \"s\", \"joinUrl\": \"https://join.example/s\"}"));
        var widget = Widget.on(CHROMIUM, function.url());
        CHROMIUM.driver().executeScript(MESSENGER);
        assertTrue(widget.click().has("link"));
        assertEquals(List.of(), widget.script("return told"));
    }

    @Test
    void secondPressOfAnyDistanceStopsNothing() {
        for (var way : Pressing.values()) {
            var widget = Widget.on(CHROMIUM, function.url());
            var place = Pressing.Place.middleOf(widget.button());
            CHROMIUM.driver().executeScript(MESSENGER + "answers['CobrowseService.acceptSession'] = 'ok'");
            function.answers(session());
            widget.script("widget.focus()");
            way.on(CHROMIUM.driver(), place);
            widget.await(w -> w.state().equals("joined"));
            clock.pass(1);
            way.on(CHROMIUM.driver(), place);
            assertEquals("joined", widget.state(), way.name());
            assertEquals(2L, widget.script("return told.length"), way.name());
        }
    }

    private Widget joined() {
        var widget = started("answers['CobrowseService.acceptSession'] = 'ok'");
        return widget.await(w -> w.state().equals("joined"));
    }

    private Widget started(String script) {
        function.answersFirst(session());
        var widget = Widget.on(CHROMIUM, function.url());
        CHROMIUM.driver().executeScript(MESSENGER + script);
        widget.button().click();
        return script.isEmpty() ? widget : widget.settled();
    }

    private static FakeFunction.Answer session() {
        return FakeFunction.json(
                201, "{\"id\": \"session-1\", \"joinCode\": \"483920\", \"deploymentId\": \"deployment-1\"}");
    }

    private static Object focused(Widget widget) {
        return widget.script("return widget.shadowRoot.activeElement?.part.value");
    }
}
