package cobrowse.token;

import cobrowse.telemetry.TokenSource;
import java.time.Instant;
import java.util.Optional;

/**
 * A token, and where it is shared.
 *
 * @param slot nowhere, where the table could not take it
 */
public record PooledToken(Token token, TokenSource source, Optional<Place> slot) {
    /** @param version of the item that holds the token */
    record Place(Slot slot, Optional<String> version) {}

    /** A token of this container alone. */
    public static PooledToken own(Token token) {
        return new PooledToken(token, TokenSource.NEW, Optional.empty());
    }

    /** Genesys rejects it: it will be replaced, unless another container has done so. */
    public void reject() {
        slot.ifPresent(place -> place.slot().reject(place.version()));
    }

    /** Genesys limits its rate: it is left alone until then. */
    public void rest(Instant until) {
        slot.ifPresent(place -> place.slot().rest(until));
    }

    public boolean isShared() {
        return slot.isPresent();
    }
}
