package cobrowse.telemetry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Hears all that is logged in a category. */
final class Listener extends Handler {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;

    Listener(String category) {
        logger = Logger.getLogger(category);
    }

    private Level before;

    void begin() {
        before = logger.getLevel();
        logger.setLevel(Level.FINE);
        logger.addHandler(this);
    }

    void end() {
        logger.removeHandler(this);
        logger.setLevel(before);
    }

    void forget() {
        lines.clear();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(ExtLogRecord.wrap(record).getFormattedMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
