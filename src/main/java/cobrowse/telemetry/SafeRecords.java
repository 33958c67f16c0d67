package cobrowse.telemetry;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;

/**
 * Lets through what this function's own code says, which knows what must not be said, and warnings of others without what
 * they fill in: a path has a join code in it, a query an e-mail address, an exception's message anything at all.
 */
final class SafeRecords implements Filter {
    static final String OWN = "cobrowse";
    private static final int LONGEST_MESSAGE = 200;

    /** Says that the function has started, and stopped, with its version and its features; tests wait for that. */
    private static final String START = "io.quarkus";

    static boolean isTrusted(String category) {
        return category != null && (category.equals(START) || category.equals(OWN) || category.startsWith(OWN + "."));
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        var trusted = isTrusted(record.getLoggerName());
        if (!trusted && record.getLevel().intValue() < Level.WARN.intValue()) {
            return false;
        }
        if (!trusted) {
            bare(record);
        }
        if (record.getThrown() != null && !(record.getThrown() instanceof BareThrowable)) {
            record.setThrown(new BareThrowable(record.getThrown()));
        }
        return true;
    }

    /** The message as it was written in the code; where it was put together before, what fits on a line. */
    private static void bare(LogRecord record) {
        var message = String.valueOf(record.getMessage()).lines().findFirst().orElse("");
        var most = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
        record.setParameters(null);
        if (record instanceof ExtLogRecord extended) {
            extended.setMessage(most, FormatStyle.NO_FORMAT);
        } else {
            record.setMessage(most);
        }
    }
}
