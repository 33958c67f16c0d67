package cobrowse.idempotency;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.idempotency.Entry.State;
import cobrowse.time.Deadline;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The container's memory: for development, and for callers that never repeat themselves elsewhere. */
class MemoryStore implements Store {
    private final int capacity;
    /** The oldest first. */
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    MemoryStore(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public synchronized Optional<Entry> claim(Entry claim, Instant now, Deadline deadline) {
        var found = entries.get(claim.id());
        if (found != null && !found.isExpired(now)) {
            return Optional.of(found);
        }
        makeRoom(now);
        put(claim);
        return Optional.empty();
    }

    @Override
    public synchronized Optional<Entry> find(String id, Deadline deadline) {
        return Optional.ofNullable(entries.get(id));
    }

    @Override
    public synchronized boolean replace(Entry entry, Deadline deadline) {
        var owned = isOwned(entry, entry.state().predecessors());
        if (owned) {
            put(entry);
        }
        return owned;
    }

    @Override
    public synchronized void remove(Entry entry, Deadline deadline) {
        if (isOwned(entry, Entry.IN_PROGRESS)) {
            entries.remove(entry.id());
        }
    }

    private boolean isOwned(Entry entry, Set<State> states) {
        var found = entries.get(entry.id());
        return found != null && found.owner().equals(entry.owner()) && states.contains(found.state());
    }

    private void put(Entry entry) {
        entries.remove(entry.id());
        entries.put(entry.id(), entry);
    }

    /** An entry in progress is never dropped: its repetition could start a second session at once. */
    private void makeRoom(Instant now) {
        if (entries.size() < capacity) {
            return;
        }
        if (entries.values().removeIf(entry -> entry.isExpired(now))) {
            return;
        }
        var oldest = entries.values().stream()
                .filter(entry -> !entry.isInProgress(now))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        Code.IDEMPOTENCY_UNAVAILABLE, "Too many requests are in progress; nothing was started."));
        entries.remove(oldest.id());
    }
}
