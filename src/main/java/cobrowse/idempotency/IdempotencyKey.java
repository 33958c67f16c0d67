package cobrowse.idempotency;

import cobrowse.failure.InvalidRequest;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** An idempotency key, which cannot be made wrong: 1 to 255 visible ASCII characters. */
public record IdempotencyKey(String value) {
    private static final Predicate<String> VISIBLE_ASCII =
            Pattern.compile("[\\x21-\\x7E]{1,255}").asMatchPredicate();

    public IdempotencyKey {
        if (!VISIBLE_ASCII.test(value)) {
            throw new IllegalArgumentException("not an idempotency key");
        }
    }

    /**
     * @param field where the caller wrote the key
     * @throws InvalidRequest naming the field, if the value is not a key
     */
    public static IdempotencyKey of(String field, String value) {
        try {
            return new IdempotencyKey(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest(field, "must be 1 to 255 visible ASCII characters");
        }
    }
}
