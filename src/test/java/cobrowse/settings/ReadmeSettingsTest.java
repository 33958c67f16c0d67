package cobrowse.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.common.MapBackedConfigSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** README's table of settings has every setting that there is, and no other. */
class ReadmeSettingsTest {
    private static final Set<String> SET_BY_LAMBDA =
            Set.of("AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");

    private static final Map<String, String> ALL_THAT_LEADS_TO_OTHERS = Map.of(
            "genesys.client-id", "client",
            "genesys.client-secret", "secret",
            "idempotency.table", "table",
            "https.proxy", "proxy.example:3128",
            "aws.region", "eu-central-1",
            "aws.access-key-id", "id",
            "aws.secret-access-key", "key");

    @Test
    void everySettingIsInTheTable() {
        var asked = new Asked();
        new Settings(new SmallRyeConfigBuilder().withSources(asked).build());
        asked.variables.removeAll(SET_BY_LAMBDA);

        assertEquals(asked.variables, new TreeSet<>(ReadmeSettings.defaults().keySet()));
    }

    private static final class Asked extends MapBackedConfigSource {
        final Set<String> variables = new TreeSet<>();

        Asked() {
            super("asked", ALL_THAT_LEADS_TO_OTHERS);
        }

        @Override
        public String getValue(String name) {
            // SmallRye Config asks for its own, too, and the version is built in.
            if (!name.startsWith("smallrye.") && !name.startsWith("quarkus.")) {
                variables.add(Environment.variable(name));
            }
            return super.getValue(name);
        }
    }
}
