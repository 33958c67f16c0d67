package cobrowse;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Environment variables, read as the function reads its own. */
public final class Environment {
    private Environment() {}

    /** @param mapping an interface with {@link io.smallrye.config.ConfigMapping} */
    public static <T> T read(Class<T> mapping, Map<String, String> variables) {
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(variables, 300))
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }
}
