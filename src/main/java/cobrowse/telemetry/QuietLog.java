package cobrowse.telemetry;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collections;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;

/**
 * Keeps libraries from writing what they send and receive into the log: a client's secret, tokens, who is meant, how to
 * join. No setting of the log or of a client lifts this, because it comes after all of them have been read; and what is
 * below {@code quarkus.log.min-level} is not even in the native executable.
 */
@Singleton
class QuietLog {
    private final SafeRecords safe = new SafeRecords();

    /** Before anything that has something to say: the check of the settings, the first log-in. */
    void silence(@Observes @Priority(0) StartupEvent event) {
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            silence(LogContext.getLogContext());
        }
    }

    void silence(LogContext context) {
        keepOwnLevel(context);
        // The names do not name the root.
        silence(context.getLogger(""));
        for (var name : Collections.list(context.getLoggerNames())) {
            var logger = context.getLoggerIfExists(name);
            if (logger != null) {
                silence(logger);
            }
        }
    }

    private static void keepOwnLevel(LogContext context) {
        var own = context.getLogger(SafeRecords.OWN);
        if (own.getLevel() == null) {
            own.setLevel(context.getLogger("").getLevel());
        }
    }

    /** Records go to the handlers of a logger and to those of its parents, unless a setting says otherwise. */
    private void silence(Logger logger) {
        for (var handler : logger.getHandlers()) {
            handler.setFilter(safe);
        }
        var least = SafeRecords.least(logger.getName());
        if (logger.getEffectiveLevel() < least.intValue()) {
            // The filter would do; but a library that knows that nobody listens does not even make up its message.
            logger.setLevel(least);
        }
    }
}
