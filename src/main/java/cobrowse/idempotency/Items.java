package cobrowse.idempotency;

import cobrowse.aws.Attribute;
import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.idempotency.Entry.State;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Entries as items of the table. */
final class Items {
    private Items() {}

    static Map<String, Attribute> of(Entry entry) {
        var item = new HashMap<String, Attribute>();
        item.put("id", Attribute.of(entry.id()));
        item.put("request", Attribute.of(entry.request()));
        item.put("owner", Attribute.of(entry.owner()));
        item.put("state", Attribute.of(entry.state().name()));
        item.put("leaseUntil", Attribute.of(entry.leaseUntil().getEpochSecond()));
        item.put("expiresAt", Attribute.of(entry.expiresAt().getEpochSecond()));
        entry.answer().ifPresent(answer -> item.put("answer", Attribute.of(answer)));
        return item;
    }

    /** @throws Failure {@code IDEMPOTENCY_UNAVAILABLE} if somebody else wrote the item */
    static Entry entry(Map<String, Attribute> item) {
        try {
            var entry = new Entry(
                    text(item, "id"),
                    text(item, "request"),
                    text(item, "owner"),
                    State.valueOf(text(item, "state")),
                    instant(item, "leaseUntil"),
                    instant(item, "expiresAt"),
                    Optional.ofNullable(item.get("answer")).map(Attribute::s));
            if (entry.answer().isPresent() == (entry.state() == State.ANSWERED)) {
                return entry;
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // refused below
        }
        throw new Failure(
                Code.IDEMPOTENCY_UNAVAILABLE,
                "The table holds an item under the idempotency key that is not this function's; nothing was started.");
    }

    private static String text(Map<String, Attribute> item, String name) {
        return require(item.containsKey(name) ? item.get(name).s() : null);
    }

    private static Instant instant(Map<String, Attribute> item, String name) {
        return Instant.ofEpochSecond(
                Long.parseLong(require(item.containsKey(name) ? item.get(name).n() : null)));
    }

    private static String require(String value) {
        if (value == null) {
            throw new IllegalArgumentException("missing");
        }
        return value;
    }
}
