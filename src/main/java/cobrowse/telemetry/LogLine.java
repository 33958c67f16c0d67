package cobrowse.telemetry;

import io.quarkus.runtime.LaunchMode;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/**
 * Where the lines of requests go. In Lambda, straight to the standard output: a formatter of the log would wrap them, and a
 * level that is set too high would silence the metrics, and the alarms with them. In development, to the log, as a short
 * text, or whole with {@code quarkus.log.category."cobrowse.telemetry".level=DEBUG}.
 */
final class LogLine {
    private static final Logger LOG = Logger.getLogger(LogLine.class);

    private LogLine() {}

    static void write(RequestLine line) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            // One write for the whole line: another thread's must not get into it.
            var bytes = (line.json() + "\n").getBytes(StandardCharsets.UTF_8);
            System.out.write(bytes, 0, bytes.length);
            System.out.flush();
        } else {
            LOG.info(line.text());
            LOG.debugf("%s", (Object) line.json());
        }
    }
}
