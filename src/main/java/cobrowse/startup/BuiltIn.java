package cobrowse.startup;

import io.smallrye.config.PropertyName;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The settings that are part of the function: application.properties and everybody's defaults. */
class BuiltIn {
    private static final String PROFILE = "%prod.";

    private final Map<String, String> values = new HashMap<>();

    /** Defaults for names with {@code *} in them, by the end of the name: all of them have the same hash code. */
    private final Map<String, List<Pattern>> patterns = new HashMap<>();

    /** Sources that cannot say what they hold: they make it when they are asked. */
    private final List<ConfigSource> makers;

    private record Pattern(PropertyName names, String value) {}

    BuiltIn(SmallRyeConfigBuilder builder) {
        builder.getDefaultValues().forEach((name, value) -> {
            if (name.indexOf('*') < 0) {
                values.put(name, value);
            } else {
                patterns.computeIfAbsent(end(name), end -> new ArrayList<>())
                        .add(new Pattern(new PropertyName(name), value));
            }
        });
        var sources = builder.getSources().stream()
                .sorted(Comparator.comparingInt(ConfigSource::getOrdinal))
                .toList();
        sources.forEach(source -> values.putAll(source.getProperties()));
        List.copyOf(values.keySet()).stream()
                .filter(name -> name.startsWith(PROFILE))
                .forEach(name -> values.put(name.substring(PROFILE.length()), values.get(name)));
        makers = sources.stream()
                .filter(source -> source.getPropertyNames().isEmpty())
                .toList();
    }

    /** @return {@code null} if there is none */
    String value(String name) {
        for (var maker : makers) {
            var made = maker.getValue(name);
            if (made != null) {
                return made;
            }
        }
        var value = values.get(name);
        return value == null ? fromPattern(name) : value;
    }

    private String fromPattern(String name) {
        for (var end : List.of(end(name), "*")) {
            for (var pattern : patterns.getOrDefault(end, List.of())) {
                if (pattern.names.equals(new PropertyName(name))) {
                    return pattern.value;
                }
            }
        }
        return null;
    }

    private static String end(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
