package cobrowse.token;

import cobrowse.aws.Attribute;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A slot of the pool as the table has it. Of times it has the whole seconds.
 *
 * @param version unlike that of any other item that was ever written
 * @param state empty for what is not ours
 * @param length of a lease, or of the rest that the token endpoint asked for: to be counted from when one first sees it,
 *     because clocks differ
 * @param until when a token is renewed, a lease or a rest ends
 * @param ciphertext the token, where there is one
 */
record Item(
        String id,
        Optional<String> version,
        Optional<State> state,
        Duration length,
        Instant until,
        Optional<String> ciphertext) {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** Clocks differ by less than that. */
    private static final Duration LARGEST_SKEW = Duration.ofMinutes(2);

    enum State {
        /** Somebody logs in. */
        LEASED,
        /** The token endpoint has asked to wait. */
        THROTTLED,
        TOKEN
    }

    static Item leased(String id, Duration length, Instant now) {
        return new Item(id, newVersion(), Optional.of(State.LEASED), length, now.plus(length), Optional.empty());
    }

    static Item throttled(String id, Duration length, Instant now) {
        return new Item(id, newVersion(), Optional.of(State.THROTTLED), length, now.plus(length), Optional.empty());
    }

    static Item token(String id, String ciphertext, Instant renewAt) {
        return new Item(id, newVersion(), Optional.of(State.TOKEN), Duration.ZERO, renewAt, Optional.of(ciphertext));
    }

    private static Optional<String> newVersion() {
        return Optional.of(UUID.randomUUID().toString());
    }

    boolean is(State state) {
        return this.state.filter(state::equals).isPresent();
    }

    /** Whether a lease or a rest is over, whoever's clock is right. */
    boolean isLongOver(Instant now) {
        return now.isAfter(until.plus(LARGEST_SKEW))
                || now.isBefore(until.minus(length).minus(LARGEST_SKEW));
    }

    Map<String, Attribute> attributes() {
        var attributes = new HashMap<String, Attribute>();
        attributes.put("id", Attribute.of(id));
        version.ifPresent(value -> attributes.put("version", Attribute.of(value)));
        state.ifPresent(value -> attributes.put("state", Attribute.of(value.name())));
        attributes.put("lengthMillis", Attribute.of(length.toMillis()));
        attributes.put("until", Attribute.of(until.getEpochSecond()));
        attributes.put("expiresAt", Attribute.of(until.plus(LONGEST).getEpochSecond()));
        ciphertext.ifPresent(value -> attributes.put("token", Attribute.of(value)));
        return attributes;
    }

    /** Whatever is there: an item that makes no sense is one without a state, which may be replaced. */
    static Item of(String id, Map<String, Attribute> attributes) {
        var version = text(attributes, "version");
        try {
            var state = text(attributes, "state").map(State::valueOf);
            var length = Duration.ofMillis(number(attributes, "lengthMillis"));
            var until = Instant.ofEpochSecond(number(attributes, "until"));
            var ciphertext = text(attributes, "token");
            if (!length.isNegative()
                    && length.compareTo(LONGEST) <= 0
                    && until.getEpochSecond() >= 0
                    && until.getEpochSecond() < Integer.MAX_VALUE * 2L) {
                return new Item(id, version, state, length, until, ciphertext);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // not ours
        }
        return new Item(id, version, Optional.empty(), Duration.ZERO, Instant.EPOCH, Optional.empty());
    }

    private static Optional<String> text(Map<String, Attribute> attributes, String name) {
        return Optional.ofNullable(attributes.get(name)).map(Attribute::s);
    }

    private static long number(Map<String, Attribute> attributes, String name) {
        return Long.parseLong(
                Optional.ofNullable(attributes.get(name)).map(Attribute::n).orElse(""));
    }
}
