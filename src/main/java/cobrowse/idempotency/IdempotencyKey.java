package cobrowse.idempotency;

import cobrowse.failure.InvalidRequest;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The syntax of idempotency keys. */
public final class IdempotencyKey {
    private static final Predicate<String> VISIBLE_ASCII =
            Pattern.compile("[\\x21-\\x7E]{1,255}").asMatchPredicate();

    private IdempotencyKey() {}

    /**
     * @param field where the caller wrote the key
     * @throws InvalidRequest naming the field, if the value is not a key
     */
    public static String require(String field, String value) {
        if (!VISIBLE_ASCII.test(value)) {
            throw new InvalidRequest(field, "must be 1 to 255 visible ASCII characters");
        }
        return value;
    }
}
