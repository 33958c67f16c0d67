package cobrowse.web;

import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The time of every page that is opened during a test: it stands still until the test lets it pass. */
final class Clock implements BeforeEachCallback, AfterEachCallback {
    private static final String STANDS_STILL = """
            {
              let now = 0;
              let timers = [];
              performance.now = () => now;
              window.setTimeout = (run, delay = 0, ...values) => {
                const timer = { at: now + delay, run: () => run(...values) };
                timers.push(timer);
                return timer;
              };
              window.clearTimeout = (timer) => (timers = timers.filter((other) => other !== timer));
              window.letPass = (milliseconds) => {
                const end = now + milliseconds;
                for (;;) {
                  const due = timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
                  if (!due) break;
                  window.clearTimeout(due);
                  now = due.at;
                  due.run();
                }
                now = end;
              };
            }
            """;

    private final Chromium chromium;
    private Object script;

    Clock(Chromium chromium) {
        this.chromium = chromium;
    }

    void pass(int seconds) {
        passMilliseconds(seconds * 1000);
    }

    void passMilliseconds(int milliseconds) {
        chromium.driver().executeScript("letPass(arguments[0])", milliseconds);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        var parameters = Map.<String, Object>of("source", STANDS_STILL);
        script = chromium.driver()
                .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", parameters)
                .get("identifier");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        chromium.driver().executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
    }
}
