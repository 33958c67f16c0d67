package cobrowse.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "0                             | -    | 0",
                "61                            | 5    | 61",
                "Thu, 01 Jan 2026 00:00:30 GMT | -    | 30",
                "Wed, 31 Dec 2025 23:59:00 GMT | 5    | 0",
                "-                             | 61   | 61",
                "-1                            | 61   | 61",
                "1e9                           | -    | -",
                "soon                          | soon | -",
                "1000000000                    | -    | 86400",
                "99999999999999999999          | -    | 86400",
                "-                             | -    | -"
            })
    void headersAreTrustedInOrder(String retryAfter, String reset, Long seconds) {
        assertEquals(
                Optional.ofNullable(seconds).map(Duration::ofSeconds),
                RetryAfter.of(Optional.ofNullable(retryAfter), Optional.ofNullable(reset), NOW));
    }
}
