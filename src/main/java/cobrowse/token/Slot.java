package cobrowse.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What this container knows of a slot. Its own clock alone says how long it has known that. */
final class Slot {
    final int number;

    private volatile Instant restsUntil = Instant.MIN;
    private volatile Optional<String> rejected = Optional.empty();
    private volatile boolean toReplace;
    private volatile Optional<String> seen = Optional.empty();
    private volatile Instant seenSince = Instant.MIN;

    Slot(int number) {
        this.number = number;
    }

    void rest(Instant until) {
        restsUntil = until;
    }

    Instant restsUntil() {
        return restsUntil;
    }

    boolean rests(Instant now) {
        return now.isBefore(restsUntil);
    }

    void reject(Optional<String> version) {
        rejected = version;
        toReplace = true;
    }

    /** Told once. */
    boolean isToReplace() {
        var was = toReplace;
        toReplace = false;
        return was;
    }

    boolean isRejected(Item item) {
        return rejected.isPresent() && rejected.equals(item.version());
    }

    /** Where a token is that was read from there, or written. */
    Optional<PooledToken.Place> holding(Item item) {
        return Optional.of(new PooledToken.Place(this, item.version()));
    }

    /**
     * Takes note of a lease or a rest.
     *
     * @return when it is over, as seen from here
     */
    Instant see(Item item, Duration patience, Instant now) {
        if (!seen.equals(item.version())) {
            seen = item.version();
            seenSince = now;
        }
        return item.isLongOver(now) ? now : seenSince.plus(patience);
    }
}
