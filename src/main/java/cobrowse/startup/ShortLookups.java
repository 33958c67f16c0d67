package cobrowse.startup;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigSourceInterceptorFactory;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import java.util.OptionalInt;

/**
 * Shortens the look-up of settings. Quarkus asks for some 1,900 while it starts, each through a dozen interceptors and
 * half a dozen sources, though nearly all of them were fixed when the function was built: that was a third of the start.
 * Whoever sets one of Quarkus' own for the run, by whatever means, has the long way as before.
 */
public class ShortLookups implements SmallRyeConfigBuilderCustomizer {
    /** Last, to see what all others have added. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        var run = new SettingsOfTheRun();
        // Elsewhere settings come from more places, and change.
        if (LaunchMode.current() == LaunchMode.NORMAL && run.areSimple()) {
            shorten(builder, run);
        }
    }

    static void shorten(SmallRyeConfigBuilder builder, SettingsOfTheRun run) {
        builder.withInterceptorFactories(new First(new BuiltIn(builder), run));
    }

    private record First(BuiltIn builtIn, SettingsOfTheRun run) implements ConfigSourceInterceptorFactory {
        @Override
        public ShortLookup getInterceptor(ConfigSourceInterceptorContext context) {
            return new ShortLookup(builtIn, run);
        }

        @Override
        public OptionalInt getPriority() {
            return OptionalInt.of(Integer.MAX_VALUE);
        }
    }
}
