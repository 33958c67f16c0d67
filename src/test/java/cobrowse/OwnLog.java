package cobrowse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Keeps quiet what tests print and log, and shows it with the test that fails: what was said since that test began, or, where
 * a class fails as a whole, since that class began. The function's log in this JVM is a file, named by the pom.
 */
public final class OwnLog implements TestExecutionListener {
    private final PrintStream console = System.out;
    private final PrintStream errors = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Path log = Path.of(System.getProperty("quarkus.log.file.path", "target/quarkus.log"));
    private long logged;
    private int passed;
    private int failed;
    private int skipped;

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        var quiet = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(quiet);
        System.setErr(quiet);
        passed = 0;
        failed = 0;
        skipped = 0;
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        System.setOut(console);
        System.setErr(errors);
        console.printf("Tests passed: %d, failed: %d, skipped: %d%n", passed, failed, skipped);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        printed.reset();
        logged = length();
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped++;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        switch (result.getStatus()) {
            case SUCCESSFUL -> passed += test.isTest() ? 1 : 0;
            case ABORTED -> skipped++;
            case FAILED -> failed++;
        }
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            console.printf("%n---- %s%n", name(test));
            result.getThrowable().map(OwnLog::own).ifPresent(thrown -> thrown.printStackTrace(console));
            console.printf(
                    "---- printed and logged meanwhile%n%s%s----%n", printed.toString(StandardCharsets.UTF_8), log());
        }
    }

    /** Where an assertion failed, only our lines say. */
    private static Throwable own(Throwable thrown) {
        if (thrown instanceof AssertionError) {
            thrown.setStackTrace(Arrays.stream(thrown.getStackTrace())
                    .filter(line -> line.getClassName().startsWith("cobrowse."))
                    .toArray(StackTraceElement[]::new));
        }
        return thrown;
    }

    private static String name(TestIdentifier test) {
        return test.getSource().map(source -> source + " ").orElse("") + test.getDisplayName();
    }

    private long length() {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String log() {
        if (length() <= logged) {
            return "";
        }
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(logged);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
