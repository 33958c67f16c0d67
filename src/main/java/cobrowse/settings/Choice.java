package cobrowse.settings;

import static java.util.stream.Collectors.joining;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A setting that is one word of a few: the constants of an enum, in any case. */
public final class Choice {
    private Choice() {}

    /**
     * @param variable that holds the value
     * @param byDefault what no value means
     * @throws ConfigurationException if the value is none of the constants
     */
    public static <E extends Enum<E>> E of(String variable, Optional<String> value, E byDefault) {
        var choice = value.map(text -> text.strip().toLowerCase(Locale.ROOT)).orElse(word(byDefault));
        var constants = byDefault.getDeclaringClass().getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> word(constant).equals(choice))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(variable + " is '" + choice + "', but must be "
                        + Arrays.stream(constants).map(Choice::word).collect(joining(" or ")) + "."));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
