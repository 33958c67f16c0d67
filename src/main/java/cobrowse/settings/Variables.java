package cobrowse.settings;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Reads environment variables by the names of their settings, and refuses a wrong one by the name of the variable. */
@Singleton
class Variables {
    private static final int MAX_QUOTED = 8;

    private final Config config;

    Variables(Config config) {
        this.config = config;
    }

    boolean isTrue(String name) {
        return matching(name, text -> text.matches("(?i)true|false"), "true or false")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
    }

    Optional<URI> url(String name) {
        return text(name).map(text -> HostUrl.parse(variable(name), text));
    }

    <E extends Enum<E>> E word(String name, E byDefault) {
        var words = byDefault.getDeclaringClass().getEnumConstants();
        var choices = Arrays.stream(words).map(Variables::word).collect(Collectors.joining(" or "));
        Function<String, Optional<E>> parse = text -> Arrays.stream(words)
                .filter(word -> word(word).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
        return read(name, parse, choices).orElse(byDefault);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    Optional<String> matching(String name, Predicate<String> rule, String shape) {
        return read(name, text -> Optional.of(text).filter(rule), shape);
    }

    <T> Optional<T> read(String name, Function<String, Optional<T>> parse, String shape) {
        return text(name).map(text -> parse.apply(text)
                .orElseThrow(() -> new ConfigurationException(
                        variable(name) + " is '" + start(text) + "', but must be " + shape + ".")));
    }

    /** All of it could be a secret that was meant for another variable. */
    private static String start(String text) {
        return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…";
    }

    Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class)
                .map(Settings::trimmed)
                .filter(text -> !text.isEmpty());
    }

    /** Without expansion: a {@code $} in a secret is a {@code $}. */
    String raw(String name) {
        var value = config.getConfigValue(name).getRawValue();
        return value == null ? "" : Settings.trimmed(value);
    }

    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
