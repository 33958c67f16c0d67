package cobrowse.time;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

@ConfigMapping(prefix = "cobrowse")
interface TimeConfig {
    /** {@code COBROWSE_DEADLINE}: the most time for one request, an ISO-8601 duration; {@code PT10S} if not set. */
    Optional<String> deadline();
}
