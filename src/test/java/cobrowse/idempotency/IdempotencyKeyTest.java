package cobrowse.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cobrowse.failure.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "!", "~", "8e03978e-40d5-43e8-bc93-6894a57f9324", "\"quoted\"", "a,b;c"})
    @MethodSource("longest")
    void visibleAsciiIsAKey(String key) {
        assertEquals(key, IdempotencyKey.of("Idempotency-Key", key).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "\u007f", "ü", "\u0000"})
    @MethodSource("tooLong")
    void anythingElseIsNot(String key) {
        var refusal = assertThrows(InvalidRequest.class, () -> IdempotencyKey.of("Idempotency-Key", key));
        assertEquals("Idempotency-Key", refusal.violations.get(0).field());
    }

    @Test
    void refusalSaysWhatWouldBeRight() {
        var refusal = assertThrows(InvalidRequest.class, () -> IdempotencyKey.of("idempotencyKey", ""));
        assertEquals("idempotencyKey must be 1 to 255 visible ASCII characters.", refusal.detail());
    }

    static String[] longest() {
        return new String[] {"k".repeat(255)};
    }

    static String[] tooLong() {
        return new String[] {"k".repeat(256)};
    }
}
