package cobrowse.web;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.fake.OnStandIn;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import io.quarkiverse.wiremock.devservice.ConnectWireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The demo page of dev mode in a browser, on the running function and its stand-in for Genesys Cloud. */
@QuarkusTest
@ConnectWireMock
@TestProfile(OnStandIn.class)
class DemoPageTest {
    private static final UrlPattern START = urlPathMatching("/api/v2/(cobrowse/sessions|conversations/[^/]+/cobrowse)");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    final Clock clock = new Clock(CHROMIUM);

    WireMock genesys;

    @BeforeEach
    void asItWas() {
        genesys.resetToDefaultMappings();
        genesys.resetRequests();
        genesys.resetScenarios();
    }

    @AfterEach
    void ordinaryWindow() {
        CHROMIUM.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    @Test
    void clickStartsASessionWhoseLinkShowsIt() {
        var widget = asking("Alice").click();
        assertEquals("started", widget.state());
        var session = widget.script("return heard.find(({ type }) => type === 'cobrowse-started').detail.id");
        assertStarts(1);
        var browser = CHROMIUM.driver();
        var demo = browser.getWindowHandle();
        widget.part("link").click();
        widget.await(any -> browser.getWindowHandles().size() == 2);
        browser.getWindowHandles().stream()
                .filter(window -> !window.equals(demo))
                .forEach(browser.switchTo()::window);
        try {
            // A new window is about:blank for a while.
            var shown = new WebDriverWait(browser, Duration.ofSeconds(10))
                    .until(ExpectedConditions.presenceOfElementLocated(By.id("session")));
            assertEquals(session, shown.getText());
            assertTrue(browser.getPageSource().contains("an agent would now see the visitor's page"));
        } finally {
            browser.close();
            browser.switchTo().window(demo);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A user id", "A conversation"})
    void everyKindOfTargetStartsASession(String person) {
        var widget = asking(person).click();
        assertEquals("started", widget.state());
        assertStarts(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Nobody, target-not-found, could not find the person",
        "The twins, target-ambiguous, More than one person",
        "Inactive, target-inactive, not active",
    })
    void whoCannotBeMeantIsToldWhyAndNothingIsStarted(String person, String code, String words) {
        var widget = asking(person).click();
        assertTrue(widget.status().contains(words), widget.status());
        assertEquals(List.of("cobrowse-failed " + code), widget.heard());
        assertTrue(CHROMIUM.driver().findElement(By.id("event")).getText().contains(code));
        assertStarts(0);
    }

    @Test
    void retryAfterOfGenesysReachesTheVisitor() {
        genesys.register(post(START).willReturn(status(429).withHeader("Retry-After", "300")));
        var widget = asking("Alice");
        widget.button().click();
        widget.await(w -> w.status().contains("You can try again in 300 s."));
        assertEquals(List.of("cobrowse-failed genesys-rate-limited"), widget.heard());
    }

    @Test
    void startThatGenesysLeftUnansweredIsNotToBeRepeatedBlindly() {
        genesys.register(post(START).willReturn(status(502)));
        var widget = asking("Alice").click();
        assertTrue(widget.status().contains("it may be running already"), widget.status());
        assertFalse(widget.button().isDisplayed());
        assertStarts(1);
    }

    @Test
    void unclearIsToldToAskTheAgent() {
        assertTrue(asking("Unclear").click().status().contains("it may be running already"));
    }

    @Test
    void unjoinableIsOfferedToLookAgain() {
        var widget = asking("Unjoinable").click();
        assertEquals("Get the join link", widget.button().getText());
        assertEquals("Get the join link", widget.click().button().getText());
        assertStarts(1);
    }

    @Test
    void throttledIsLetInAfterTheWait() {
        var widget = asking("Throttled");
        widget.button().click();
        widget.await(w -> w.status().contains("We will try again in 15 s."));
        clock.pass(15);
        widget.await(w -> w.has("link"));
    }

    @Test
    void messengerJoinsOnThePageUntilItsAgentStops() {
        var widget = asking("Messenger");
        widget.button().click();
        widget.await(w -> w.status().contains("Showing this page"));
        clock.pass(1);
        widget.await(w -> w.state().equals("joined"));
        CHROMIUM.driver().findElement(By.cssSelector("#messenger button")).click();
        widget.await(w -> w.state().equals("ended"));
    }

    @Test
    void doubleClickStartsOneSession() {
        var widget = asking("Alice");
        widget.clickTimes(1, 2);
        widget.settled();
        assertEquals("started", widget.state());
        assertStarts(1);
    }

    @Test
    void phoneIsNotScrolledNeitherSidewaysNorToTheResult() {
        var phone = Map.<String, Object>of("width", 320, "height", 640, "deviceScaleFactor", 2, "mobile", true);
        CHROMIUM.driver().executeCdpCommand("Emulation.setDeviceMetricsOverride", phone);
        var widget = asking("Nobody").click();
        assertEquals(320L, widget.script("return document.documentElement.scrollWidth"));
        assertEquals(0L, widget.script("return scrollY"));
        var status = widget.part("status").getRect();
        assertTrue(status.y + status.height < 640, "ends at " + (status.y + status.height));
    }

    private Widget asking(String person) {
        var page = RestAssured.baseURI + ":" + RestAssured.port + "/demo/";
        CHROMIUM.driver().get(page);
        // What the test before left to be gone on with.
        CHROMIUM.driver().executeScript("sessionStorage.clear()");
        var widget = Widget.on(CHROMIUM, page);
        CHROMIUM.driver()
                .findElement(By.xpath("//label[contains(., '" + person + "')]"))
                .click();
        return widget;
    }

    private void assertStarts(int count) {
        genesys.verifyThat(count, postRequestedFor(START));
    }
}
