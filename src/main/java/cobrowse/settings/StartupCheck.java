package cobrowse.settings;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** Stops the start at a wrong setting, before anything else is begun. */
@Singleton
class StartupCheck {
    void check(@Observes @Priority(1) StartupEvent event, @Any Instance<CheckedAtStart> settings) {
        try {
            // Instantiating the beans runs their checks.
            settings.forEach(made -> {});
        } catch (ConfigurationException e) {
            if (LaunchMode.current() != LaunchMode.NORMAL) {
                throw e;
            }
            // An orderly end would let the Lambda extension's thread report, with a stack trace, that it waited in
            // vain.
            System.err.println(e.getMessage().replaceAll("\\p{Cntrl}", "?"));
            Runtime.getRuntime().halt(1);
        }
    }
}
