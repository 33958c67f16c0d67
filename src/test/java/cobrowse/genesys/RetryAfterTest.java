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
                "0                                     | -    | 0",
                "61                                    | 5    | 61",
                "Thu, 01 Jan 2026 00:00:30 GMT         | -    | 30",
                "Wed, 31 Dec 2025 23:59:00 GMT         | 5    | 0",
                "thu, 1 jan 2026 00:00:30 GMT          | -    | 30",
                "Thursday, 01-Jan-26 00:00:31 GMT      | -    | 31",
                "Sunday, 06-Nov-94 08:49:37 GMT        | 5    | 0",
                "Thu Jan  1 00:00:32 2026              | -    | 32",
                "Thu Jan 01 00:00:32 2026              | -    | 32",
                "Thu, 31 Feb 2026 00:00:30 GMT         | 5    | 5",
                "Thu, 01 Foo 2026 00:00:30 GMT         | 5    | 5",
                "299.997                               | -    | 300",
                "300.000                               | -    | 300",
                "5, 5                                  | -    | 5",
                "5,7.5 , soon                          | -    | 8",
                "Thu, 01 Jan 2026 00:00:30 GMT, 40     | -    | 40",
                "50, Thu, 01 Jan 2026 00:00:30 GMT     | -    | 50",
                "-                                     | 61   | 61",
                "-                                     | 60.1 | 61",
                "-1                                    | 61   | 61",
                "1e9                                   | -    | -",
                "soon                                  | soon | -",
                "1000000000                            | -    | 86400",
                "99999999999999999999                  | -    | 86400",
                "-                                     | -    | -"
            })
    void headersAreTrustedInOrder(String retryAfter, String reset, Long seconds) {
        assertEquals(
                Optional.ofNullable(seconds).map(Duration::ofSeconds),
                RetryAfter.of(Optional.ofNullable(retryAfter), Optional.ofNullable(reset), "", NOW));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Rate limit exceeded the maximum. Retry the request in [45] seconds | 45",
                "300 requests within [60] seconds; retry in 7.2 s                   | 8",
                "try again after 12 sec                                             | 12",
                "in 5 minutes                                                       | -"
            })
    void bodyIsReadWhereNoHeaderSaysIt(String body, Long seconds) {
        assertEquals(
                Optional.ofNullable(seconds).map(Duration::ofSeconds),
                RetryAfter.of(Optional.empty(), Optional.empty(), body, NOW));
        assertEquals(Optional.of(Duration.ofSeconds(1)), RetryAfter.of(Optional.of("1"), Optional.of("2"), body, NOW));
    }
}
