package cobrowse.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** What stands in a table for what must not: keys and requests may hold an e-mail address. */
public final class Fingerprint {
    private Fingerprint() {}

    /** SHA-256 of the parts, each with its length before it. */
    public static String of(String... parts) {
        var text = Arrays.stream(parts).map(part -> part.length() + " " + part).collect(Collectors.joining(" "));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
