package cobrowse.token;

import cobrowse.settings.CheckedAtStart;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The checked {@link TokenConfig}: a wrong value stops the start with one line that says what would be right. */
@Singleton
class PoolSettings implements CheckedAtStart {
    private static final int MOST = 50;

    final Optional<String> table;
    final int size;

    PoolSettings(TokenConfig config) {
        table = config.table().map(PoolSettings::name);
        size = config.poolSize().map(PoolSettings::size).orElse(10);
    }

    private static String name(String table) {
        if (!table.matches("[A-Za-z0-9_.-]{3,255}")) {
            throw new ConfigurationException("TOKEN_TABLE is '" + table
                    + "', but must be the name of a DynamoDB table: 3 to 255 letters, digits, _, . or -.");
        }
        return table;
    }

    private static int size(String text) {
        var digits = text.strip();
        if (digits.matches("[0-9]{1,2}")) {
            var size = Integer.parseInt(digits);
            if (size >= 1 && size <= MOST) {
                return size;
            }
        }
        throw new ConfigurationException(
                "TOKEN_POOL_SIZE is '" + text + "', but must be a whole number from 1 to " + MOST + ".");
    }
}
