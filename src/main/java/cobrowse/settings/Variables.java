package cobrowse.settings;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Reads environment variables by the names of their settings, and refuses a wrong one by the name of the variable. */
abstract class Variables {
    private static final int MAX_QUOTED = 8;
    private static final Pattern EDGES = Pattern.compile("\\A[\\s\\uFEFF\\p{Z}]+|[\\s\\uFEFF\\p{Z}]+\\z");

    private final Config config;

    Variables(Config config) {
        this.config = config;
    }

    boolean isTrue(String name) {
        return matching(name, "(?i)true|false", "true or false")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
    }

    Optional<URI> url(String name) {
        return readUnquoted(
                name,
                text -> HostUrl.parse(text, name.startsWith("aws.")),
                "https://host[:port][/path], or http for localhost alone, without credentials");
    }

    <E extends Enum<E>> E word(String name, E byDefault) {
        var words = new LinkedHashMap<String, E>();
        for (var constant : byDefault.getDeclaringClass().getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        var choices = String.join(" or ", words.keySet());
        return read(name, text -> Optional.ofNullable(words.get(text.toLowerCase(Locale.ROOT))), choices)
                .orElse(byDefault);
    }

    Optional<String> matching(String name, String pattern, String shape) {
        return read(name, text -> Optional.of(text).filter(any -> any.matches(pattern)), shape);
    }

    <T> Optional<T> read(String name, Function<String, Optional<T>> parse, String shape) {
        return read(name, parse, text -> " is '" + start(text) + "', but must be " + shape + ".");
    }

    /** As {@link #read}, but without a word of the value, which may have a password in it. */
    <T> Optional<T> readUnquoted(String name, Function<String, Optional<T>> parse, String shape) {
        return read(name, parse, text -> " must be " + shape + ".");
    }

    private <T> Optional<T> read(String name, Function<String, Optional<T>> parse, UnaryOperator<String> refusal) {
        return text(name).map(text -> {
            try {
                return parse.apply(text).orElseThrow();
            } catch (IllegalArgumentException | DateTimeException | NoSuchElementException e) {
                throw new ConfigurationException(variable(name) + refusal.apply(text));
            }
        });
    }

    /** All of it could be a secret that was meant for another variable. */
    private static String start(String text) {
        return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…";
    }

    Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class)
                .map(Variables::trimmed)
                .filter(text -> !text.isEmpty());
    }

    /** Without expansion: a {@code $} in a secret is a {@code $}. */
    String raw(String name) {
        var value = config.getConfigValue(name).getRawValue();
        return value == null ? "" : trimmed(value);
    }

    /** Without what editors and shells add: blanks, line ends and a byte order mark, before and after. */
    public static String trimmed(String value) {
        return EDGES.matcher(value).replaceAll("");
    }

    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
