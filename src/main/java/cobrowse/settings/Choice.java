package cobrowse.settings;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Locale;
import java.util.Optional;

/** A setting that is one word of two. */
public final class Choice {
    private Choice() {}

    /**
     * @param variable that holds the value
     * @param usual what no value means
     * @return whether it is the other one
     * @throws ConfigurationException if it is neither
     */
    public static boolean isOther(String variable, Optional<String> value, String usual, String other) {
        var choice = value.map(text -> text.strip().toLowerCase(Locale.ROOT)).orElse(usual);
        if (!choice.equals(usual) && !choice.equals(other)) {
            throw new ConfigurationException(
                    variable + " is '" + choice + "', but must be " + usual + " or " + other + ".");
        }
        return choice.equals(other);
    }
}
