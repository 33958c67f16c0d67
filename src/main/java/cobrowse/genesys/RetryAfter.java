package cobrowse.genesys;

import static cobrowse.time.Durations.shorter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long Genesys asks to wait. In order of trust: {@code Retry-After}, then {@code inin-ratelimit-reset}. */
final class RetryAfter {
    /** Nobody waits longer than that; more says only "not now". */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /**
     * @param retryAfter whole seconds, or an HTTP date (RFC 9110, 10.2.3)
     * @param rateLimitReset whole seconds
     * @return between zero and a day; nothing where neither header makes sense
     */
    static Optional<Duration> of(Optional<String> retryAfter, Optional<String> rateLimitReset, Instant now) {
        return retryAfter
                .flatMap(value -> seconds(value).or(() -> date(value, now)))
                .or(() -> rateLimitReset.flatMap(RetryAfter::seconds));
    }

    private static Optional<Duration> seconds(String value) {
        var digits = value.strip();
        if (!digits.matches("\\d+")) {
            return Optional.empty();
        }
        // Ten digits are three hundred years: beyond that only the length matters.
        var seconds = digits.length() > 10 ? LONGEST.toSeconds() : Long.parseLong(digits);
        return Optional.of(bounded(Duration.ofSeconds(seconds)));
    }

    private static Optional<Duration> date(String value, Instant now) {
        try {
            var date = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(bounded(Duration.between(now, date.toInstant())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : shorter(wait, LONGEST);
    }
}
