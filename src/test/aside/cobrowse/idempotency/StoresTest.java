package cobrowse.idempotency;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.Environment;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoresTest {
    @Test
    void emptyNameOfATableIsNone() {
        assertInstanceOf(MemoryStore.class, new Stores().store(config(Map.of("IDEMPOTENCY_TABLE", "")), null));
        assertInstanceOf(MemoryStore.class, new Stores().store(config(Map.of()), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a b c", "table/1", "arn:aws:dynamodb:eu-central-1:1:table/t"})
    void nameThatNoTableHasIsRefused(String table) {
        var config = config(Map.of("IDEMPOTENCY_TABLE", table));
        var refusal = assertThrows(ConfigurationException.class, () -> new Stores().store(config, null));
        assertTrue(refusal.getMessage().startsWith("IDEMPOTENCY_TABLE is '" + table + "', but must be"));
    }

    private static IdempotencyConfig config(Map<String, String> environment) {
        return Environment.read(IdempotencyConfig.class, environment);
    }
}
