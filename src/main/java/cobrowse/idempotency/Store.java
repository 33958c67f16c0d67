package cobrowse.idempotency;

import cobrowse.failure.Failure;
import cobrowse.settings.Checked;
import cobrowse.time.Budget;
import java.time.Instant;
import java.util.Optional;

/**
 * Where entries are kept. Every method throws a {@link Failure} with {@code IDEMPOTENCY_UNAVAILABLE} if it cannot tell
 * whether it did what it should.
 */
interface Store extends Checked {
    /** @return what is in the way, or nothing: then the claim is stored */
    Optional<Entry> claim(Entry claim, Instant now, Budget budget);

    /** @return whether the entry was still its owner's: only then it is changed */
    boolean replace(Entry entry, Budget budget);

    /** Forgets the entry if it is still its owner's. */
    void remove(Entry entry, Budget budget);
}
