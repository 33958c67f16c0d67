package cobrowse.telemetry;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.Test;

/** What is left of what loggers say, once they are silenced. */
class SilentLoggersTest {
    private final LogContext context = LogContext.create();
    private final List<String> lines = new ArrayList<>();

    SilentLoggersTest() {
        context.getLogger("").setLevel(Level.TRACE);
        context.getLogger("").addHandler(new Recorder());
        // As application.properties has it.
        context.getLogger("cobrowse").setLevel(Level.TRACE);
    }

    @Test
    void informationOfOthersIsNotLogged() {
        silence();

        context.getLogger("org.jboss.resteasy").info("Request: POST");
        context.getLogger("cobrowses").info("a neighbour");

        assertTrue(lines.isEmpty());
    }

    @Test
    void ownInformationIsLoggedAsItIs() {
        silence();

        context.getLogger("cobrowse.session").info("ours");

        assertThat(lines, contains("ours"));
    }

    @Test
    void levelOfACategoryDoesNotHelp() {
        context.getLogger("org.jboss.resteasy").setLevel(Level.ALL);
        silence();
        context.getLogger("org.jboss.resteasy").setLevel(Level.ALL);

        context.getLogger("org.jboss.resteasy").info("Request: POST");

        assertTrue(lines.isEmpty());
    }

    @Test
    void handlerOfACategoryDoesNotHelp() {
        context.getLogger("org.jboss").addHandler(new Recorder());
        silence();

        context.getLogger("org.jboss").info("Request: POST");

        assertTrue(lines.isEmpty());
    }

    @Test
    void warningOfOthersIsLoggedWithoutWhatItFillsIn() {
        silence();

        log(
                "io.quarkus.vertx",
                new ExtLogRecord(Level.ERROR, "HTTP Request to %s failed", ExtLogRecord.FormatStyle.PRINTF, ""),
                "/hidden");
        log("io.netty", new ExtLogRecord(Level.WARN, "Not released:\nAuthorization: hidden", ""));

        assertThat(lines, contains("HTTP Request to %s failed", "Not released:"));
    }

    @Test
    void exceptionIsLoggedWithoutItsMessages() {
        silence();

        var thrown = new IllegalStateException("hidden", new IllegalArgumentException("hidden"));
        context.getLogger("cobrowse.api").log(Level.ERROR, "a bug", thrown);

        assertThat(lines.get(0), containsString("java.lang.IllegalStateException"));
        assertThat(lines.get(0), containsString("Caused by: java.lang.IllegalArgumentException"));
        assertThat(lines.get(0), containsString("at cobrowse.telemetry.SilentLoggersTest."));
        assertThat(lines.get(0), not(containsString("hidden")));
    }

    private void silence() {
        new LogRedaction().silence(context);
    }

    private void log(String category, ExtLogRecord record, Object... parameters) {
        record.setLoggerName(category);
        record.setParameters(parameters);
        context.getLogger(category).logRaw(record);
    }

    /** Of the kind of Quarkus' handlers, which are handed records as they were made. */
    private class Recorder extends ExtHandler {
        @Override
        protected void doPublish(ExtLogRecord record) {
            var text = new StringWriter();
            text.append(record.getFormattedMessage());
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(new PrintWriter(text, true));
            }
            lines.add(text.toString());
        }
    }
}
