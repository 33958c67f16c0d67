package cobrowse.fake;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/**
 * One way to run the function in tests, in the JVM or natively.
 *
 * <p>A profile even where a test resource would do: functions of one profile share an event server, where the one just
 * stopped may still take an event, and drop it.
 */
public abstract class Setup implements QuarkusTestProfile {
    protected static Map<String, String> with(Map<String, String> config, Map<String, String> more) {
        var all = new HashMap<>(config);
        all.putAll(more);
        return all;
    }
}
