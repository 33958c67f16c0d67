package cobrowse.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.Environment;
import cobrowse.ReadmeSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestTimeoutTest {
    @Test
    void defaultIsTheReadmes() {
        var unset = new RequestTimeout(Environment.read(TimeConfig.class, Map.of()));

        assertEquals(Duration.parse(ReadmeSettings.defaultOf("COBROWSE_DEADLINE")), unset.duration());
    }
}
