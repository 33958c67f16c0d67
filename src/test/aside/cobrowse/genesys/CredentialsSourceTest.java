package cobrowse.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsSourceTest {
    @Test
    void credentialsOfTheEnvironmentStayAsTheyAre() {
        var source = source("id", "secret");
        var credentials = new Credentials("id", "secret");
        assertEquals(credentials, source.current());
        assertEquals(Optional.empty(), source.reloadAfterRejection(credentials));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p$$w$\\e", "a${HOME:x}c", "a${b}c", " spaces around "})
    void secretIsTakenAsItIs(String secret) {
        assertEquals(new Credentials("id", secret.strip()), source("id", secret).current());
    }

    @Test
    void secretIsNotPrinted() {
        assertFalse(new Credentials("id", "secret").toString().contains("secret"));
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "id, ''", "'', secret", "' ', secret"})
    void withoutCredentialsTheStartIsRefusedAndBothWaysAreNamed(String id, String secret) {
        var refusal = assertThrows(ConfigurationException.class, () -> source(id, secret));
        assertEquals(
                "Set GENESYS_CREDENTIALS_SECRET_ID, or both GENESYS_CLIENT_ID and GENESYS_CLIENT_SECRET.",
                refusal.getMessage());
    }

    private static CredentialsSource source(String id, String secret) {
        var environment = Map.of("GENESYS_CLIENT_ID", id, "GENESYS_CLIENT_SECRET", secret);
        var config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(GenesysConfig.class)
                .addDefaultInterceptors()
                .build();
        return new CredentialsSource(config.getConfigMapping(GenesysConfig.class), config, null);
    }
}
