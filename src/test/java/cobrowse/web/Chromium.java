package cobrowse.web;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The browser that is installed, started once for all classes; none is downloaded. Without one the tests are skipped,
 * except in CI, where they fail.
 */
final class Chromium implements ExecutionCondition, BeforeAllCallback {
    private static final String ABSENT =
            "The web widget is NOT TESTED: chromium and chromedriver are not both on the PATH"
                    + " (Debian: apt-get install chromium chromium-driver).";

    /** A name for this machine that browsers do not trust over plain http, as they do {@code localhost}. */
    static final String ELSEWHERE = "shop.test";

    private final Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
    private final Optional<Path> chromedriver = onPath("chromedriver");
    private Running running;

    /** JUnit closes it after the last class. */
    private record Running(ChromeDriver driver) implements AutoCloseable {
        @Override
        public void close() {
            driver.quit();
        }
    }

    ChromeDriver driver() {
        return running.driver();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (installed() || System.getenv("CI") != null) {
            return ConditionEvaluationResult.enabled("");
        }
        System.err.println(ABSENT);
        return ConditionEvaluationResult.disabled(ABSENT);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!installed()) {
            throw new IllegalStateException(ABSENT);
        }
        // Quarkus loads its tests' classes apart from the others', so that theirs is another browser.
        var store = context.getRoot().getStore(ExtensionContext.Namespace.create(Running.class));
        running = store.getOrComputeIfAbsent(Running.class, any -> new Running(start()), Running.class);
    }

    private ChromeDriver start() {
        // Naming both executables keeps Selenium Manager from looking for a download.
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.get().toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options().setBinary(chromium.get().toFile()));
    }

    private boolean installed() {
        return chromium.isPresent() && chromedriver.isPresent();
    }

    private static ChromeOptions options() {
        // Chromium's sandbox refuses to run as root, which is what containers and CI run as.
        return new ChromeOptions()
                .addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic")
                .addArguments(
                        "--host-resolver-rules=MAP " + ELSEWHERE + " 127.0.0.1", "--proxy-bypass-list=" + ELSEWHERE)
                .addArguments("--no-first-run", "--disable-sync")
                .addArguments("--disable-background-networking", "--disable-component-update");
    }

    private static Optional<Path> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
