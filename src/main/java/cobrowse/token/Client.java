package cobrowse.token;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** The OAuth client whose tokens are shared: what its items are called, and how they are sealed. */
public final class Client {
    private final String prefix;
    private final Seal seal;

    /** @param login the host that gives its tokens */
    public Client(String id, String secret, URI login) {
        prefix = "token#" + fingerprint(login.getAuthority() + " " + id) + "#";
        seal = new Seal(secret);
    }

    String item(int slot) {
        return prefix + slot;
    }

    String close(String token, String item, Instant renewAt) {
        return seal.close(token, context(item, renewAt));
    }

    /** @return nothing where the item was written with another secret, or by somebody else */
    Optional<Token> open(Item item) {
        return item.ciphertext()
                .flatMap(ciphertext -> seal.open(ciphertext, context(item.id(), item.until())))
                .map(token -> new Token(token, item.until()));
    }

    private static String context(String item, Instant renewAt) {
        return item + " " + renewAt.getEpochSecond();
    }

    private static String fingerprint(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
