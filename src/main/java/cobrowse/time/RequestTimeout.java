package cobrowse.time;

import cobrowse.settings.CheckedAtStart;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** {@code COBROWSE_DEADLINE}, checked when the function starts. */
@Singleton
public class RequestTimeout implements CheckedAtStart {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Duration duration;

    RequestTimeout(TimeConfig config) {
        duration = config.deadline().map(RequestTimeout::parse).orElse(Duration.ofSeconds(10));
    }

    public Duration duration() {
        return duration;
    }

    private static Duration parse(String value) {
        try {
            var duration = Duration.parse(value.strip());
            if (duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // refused below, in words of ours
        }
        throw new ConfigurationException("COBROWSE_DEADLINE is '" + value
                + "', but must be an ISO-8601 duration of at most 15 minutes, such as PT10S.");
    }
}
