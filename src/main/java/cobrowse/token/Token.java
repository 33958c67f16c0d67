package cobrowse.token;

import static cobrowse.time.Durations.shorter;

import java.time.Duration;
import java.time.Instant;

/** An access token, and until when it is worth trying. */
public record Token(String value, Instant renewAt) {
    private static final Duration LARGEST_MARGIN = Duration.ofSeconds(60);
    private static final long LONGEST_SECONDS = 172_800;

    /** @param expiresIn seconds; a token that is said to live no time at all is good for one use */
    public static Token of(String value, long expiresIn, Instant now) {
        var lifetime = Duration.ofSeconds(Math.max(0, Math.min(expiresIn, LONGEST_SECONDS)));
        var margin = shorter(lifetime.dividedBy(10), LARGEST_MARGIN);
        return new Token(value, now.plus(lifetime).minus(margin));
    }

    public boolean isFresh(Instant now) {
        return now.isBefore(renewAt);
    }

    public String bearer() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "Token[renewAt=" + renewAt + "]";
    }
}
