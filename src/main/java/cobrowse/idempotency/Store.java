package cobrowse.idempotency;

import cobrowse.failure.Failure;
import cobrowse.settings.CheckedAtStart;
import cobrowse.time.Deadline;
import java.time.Instant;
import java.util.Optional;

/**
 * Where entries are kept. Every method throws a {@link Failure} with {@code IDEMPOTENCY_UNAVAILABLE} if it cannot tell
 * whether it did what it should, or finds what is not an entry.
 */
interface Store extends CheckedAtStart {
    /** @return what is in the way, or nothing: then the claim is stored */
    Optional<Entry> claim(Entry claim, Instant now, Deadline deadline);

    /** @return what is remembered; expired entries may be among it */
    Optional<Entry> find(String id, Deadline deadline);

    /** @return whether the entry was still its owner's, and in an earlier state: only then it is changed */
    boolean replace(Entry entry, Deadline deadline);

    /** Forgets the entry if it is still its owner's, and in progress. */
    void remove(Entry entry, Deadline deadline);
}
