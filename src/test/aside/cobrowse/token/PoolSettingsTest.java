package cobrowse.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolSettingsTest {
    @Test
    void defaults() {
        var settings = settings(Map.of("TOKEN_TABLE", "", "TOKEN_POOL_SIZE", ""));

        assertEquals(Optional.empty(), settings.table);
        assertEquals(10, settings.size);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "' 50 ', 50"})
    void valuesAreTaken(String text, int size) {
        var settings = settings(Map.of("TOKEN_TABLE", "cobrowse", "TOKEN_POOL_SIZE", text));

        assertEquals(Optional.of("cobrowse"), settings.table);
        assertEquals(size, settings.size);
    }

    @ParameterizedTest
    @CsvSource({
        "TOKEN_POOL_SIZE, 0",
        "TOKEN_POOL_SIZE, 51",
        "TOKEN_POOL_SIZE, 1e1",
        "TOKEN_POOL_SIZE, -1",
        "TOKEN_POOL_SIZE, 99999999999",
        "TOKEN_TABLE, ab",
        "TOKEN_TABLE, arn:aws:dynamodb:eu-central-1:1:table/t"
    })
    void wrongValueIsRefusedInOneLine(String variable, String value) {
        var refused = assertThrows(ConfigurationException.class, () -> settings(Map.of(variable, value)));

        assertTrue(
                refused.getMessage().startsWith(variable + " is '" + value + "', but must be"), refused.getMessage());
        assertFalse(refused.getMessage().contains("\n"));
    }

    private static PoolSettings settings(Map<String, String> environment) {
        return new PoolSettings(new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(TokenConfig.class)
                .build()
                .getConfigMapping(TokenConfig.class));
    }
}
