package cobrowse.web;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.openqa.selenium.By;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The widget on the page that the browser shows, as a visitor meets it. */
final class Widget {
    private final ChromeDriver browser;

    private Widget(ChromeDriver browser) {
        this.browser = browser;
    }

    static Widget on(Chromium chromium, String url) {
        var browser = chromium.driver();
        browser.get(url);
        browser.executeScript("""
                window.heard = [];
                for (const type of ["starting", "started", "joined", "ended", "failed"].map((name) => `cobrowse-${name}`))
                  document.addEventListener(type, ({ detail }) => heard.push({ type, detail }));
                """);
        return new Widget(browser);
    }

    WebElement host() {
        return browser.findElement(By.cssSelector("cobrowse-button"));
    }

    WebElement part(String name) {
        return shadow().findElement(By.cssSelector("[part=" + name + "]"));
    }

    boolean has(String name) {
        return !shadow().findElements(By.cssSelector("[part=" + name + "]")).isEmpty();
    }

    WebElement button() {
        return part("button");
    }

    String status() {
        return part("status").getText();
    }

    /** What its CSS state is, such as {@code started}. */
    String state() {
        return host().getAttribute("data-state");
    }

    /** Clicks and waits for the outcome. */
    Widget click() {
        button().click();
        return settled();
    }

    /** Starts another session, which can be done only after a pause, and waits for the outcome. */
    Widget another(Clock clock) {
        clock.pass(3);
        part("another").click();
        return settled();
    }

    /**
     * Clicks as a mouse does, at once: how fast a driver clicks depends on the machine, and so does what counts as a
     * double click.
     *
     * @param counts of each click, as its {@code detail} has it: 1, 2 for a double click
     */
    void clickTimes(Integer... counts) {
        script("const button = widget.shadowRoot.querySelector('button');"
                + "for (const detail of %s) button.dispatchEvent(new MouseEvent('click', { detail }));"
                        .formatted(List.of(counts)));
    }

    Widget settled() {
        return await(widget -> !List.of("starting", "waiting").contains(widget.state()));
    }

    Widget await(Predicate<Widget> condition) {
        new WebDriverWait(browser, Duration.ofSeconds(10), Duration.ofMillis(25))
                .withMessage(() -> "button: " + button().getText() + ", status: " + status())
                .until(any -> condition.test(this));
        return this;
    }

    /** Runs a script with the widget's element as {@code widget}. */
    Object script(String script) {
        return browser.executeScript("const widget = arguments[0]; " + script, host());
    }

    /** The outcomes that the page heard of, such as {@code cobrowse-failed target-not-found}. */
    List<?> heard() {
        return (List<?>) browser.executeScript("return heard.filter(({ type }) => type !== 'cobrowse-starting')"
                + ".map(({ type, detail }) => `${type} ${detail.code ?? detail.id}`)");
    }

    private SearchContext shadow() {
        return host().getShadowRoot();
    }
}
