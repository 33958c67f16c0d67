package cobrowse.lambda;

import cobrowse.failure.InvalidRequest;
import java.util.Arrays;
import java.util.Locale;

/** What a direct request asks for. */
enum Operation {
    START,
    FETCH,
    END;

    /** @throws InvalidRequest naming the field, if there is no such operation */
    static Operation of(String field, String name) {
        return Arrays.stream(values())
                .filter(operation -> operation.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(field, "must be start, fetch or end"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
