package cobrowse.api;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * A wrong setting stops the start with one line. The extension's poll loop waits for the start in a thread of its own and
 * would report, with a stack trace, that it waited in vain.
 */
@LoggingFilter(name = "start")
final class StartFilter implements Filter {
    private static final String POLL_LOOP = "io.quarkus.amazon.lambda.runtime.AbstractLambdaPollLoop";

    private boolean failed;

    @Override
    public boolean isLoggable(LogRecord line) {
        if (!POLL_LOOP.equals(line.getLoggerName())) {
            return true;
        }
        failed |= line.getMessage().startsWith("Lambda init error");
        return !failed;
    }
}
