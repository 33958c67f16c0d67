package cobrowse.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** A tenth of the lifetime, and at most a minute. */
    @ParameterizedTest
    @CsvSource({"0, 0", "-5, 0", "5, 4.5", "300, 270", "600, 540", "601, 541", "86400, 86340", "172800, 172740"})
    void renewalComesAMarginBeforeTheEnd(long expiresIn, double renewAfterSeconds) {
        var token = Token.of("secret", expiresIn, NOW);

        assertEquals(NOW.plus(Duration.ofMillis((long) (renewAfterSeconds * 1000))), token.renewAt());
    }

    @Test
    void freshUntilRenewalIsDue() {
        var token = Token.of("secret", 300, NOW);

        assertTrue(token.isFresh(NOW.plusSeconds(269)));
        assertFalse(token.isFresh(NOW.plusSeconds(270)));
    }

    @Test
    void absurdLifetimeIsCutToTheLongest() {
        assertEquals(
                Token.of("a", 172_800, NOW).renewAt(),
                Token.of("a", Long.MAX_VALUE, NOW).renewAt());
    }

    @Test
    void valueIsNotPrinted() {
        assertFalse(Token.of("secret", 300, NOW).toString().contains("secret"));
    }
}
