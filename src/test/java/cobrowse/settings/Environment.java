package cobrowse.settings;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Settings of environment variables, read as the function reads them. */
public final class Environment {
    private static final Map<String, String> CREDENTIALS =
            Map.of("GENESYS_CLIENT_ID", "client", "GENESYS_CLIENT_SECRET", "secret");

    private Environment() {}

    /** @param variables beside the client's credentials, or in place of them */
    public static Settings settings(Map<String, String> variables) {
        var all = new HashMap<>(CREDENTIALS);
        all.putAll(variables);
        return new Settings(new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(all, 300))
                .addDefaultInterceptors()
                .build());
    }

    /** The variable for a setting, as MicroProfile Config has it. */
    public static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    public static Settings settings(String variable, String value) {
        return settings(Map.of(variable, value));
    }
}
