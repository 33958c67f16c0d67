package cobrowse.startup;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.DefaultValuesConfigSource;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Answers for the settings that were fixed at build time; leaves the rest to those behind it. */
class ShortLookup implements ConfigSourceInterceptor {
    private final BuiltIn builtIn;
    private final SettingsOfTheRun run;

    ShortLookup(BuiltIn builtIn, SettingsOfTheRun run) {
        this.builtIn = builtIn;
        this.run = run;
    }

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (run.contain(name)) {
            return context.proceed(name);
        }
        var value = builtIn.value(name);
        if (value == null) {
            return null;
        }
        if (value.indexOf('$') >= 0) {
            // An expression is expanded further on.
            return context.proceed(name);
        }
        return ConfigValue.builder()
                .withName(name)
                .withValue(value)
                .withRawValue(value)
                // As what nobody has set: Quarkus warns, for one, of settings that are deprecated and set.
                .withConfigSourceName(DefaultValuesConfigSource.NAME)
                .withConfigSourceOrdinal(DefaultValuesConfigSource.ORDINAL)
                .build();
    }

    /**
     * Without the names under which Quarkus keeps the defaults of all REST clients: it would take each for the name of a
     * client, and look up the 45 settings of each.
     */
    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        Iterable<String> names = context::iterateNames;
        Stream<String> all = StreamSupport.stream(names.spliterator(), false);
        return all.filter(name -> !name.startsWith("quarkus.rest-client.")).iterator();
    }
}
