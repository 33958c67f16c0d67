package cobrowse.idempotency;

import cobrowse.aws.Attribute;
import cobrowse.idempotency.Entry.State;
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

    static Entry entry(Map<String, Attribute> item) {
        return new Entry(
                item.get("id").s(),
                item.get("request").s(),
                item.get("owner").s(),
                State.valueOf(item.get("state").s()),
                instant(item.get("leaseUntil")),
                instant(item.get("expiresAt")),
                Optional.ofNullable(item.get("answer")).map(Attribute::s));
    }

    private static Instant instant(Attribute attribute) {
        return Instant.ofEpochSecond(Long.parseLong(attribute.n()));
    }
}
