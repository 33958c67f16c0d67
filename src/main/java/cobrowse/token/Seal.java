package cobrowse.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what only those who know the client's secret may read: AES-256-GCM, with a key derived from the secret by HKDF
 * (RFC 5869). A nonce is random, which 96 bits allow for far more tokens than a pool ever holds.
 */
final class Seal {
    private static final byte[] PURPOSE = "cobrowse token pool, AES-256-GCM".getBytes(StandardCharsets.UTF_8);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    /** Not static: a native executable must not be built with a seed in it. */
    private final SecureRandom random = new SecureRandom();

    Seal(String secret) {
        key = new SecretKeySpec(derive(secret.getBytes(StandardCharsets.UTF_8), new byte[32], PURPOSE), "AES");
    }

    /** @param context what the text belongs to: it opens under the same one alone */
    String close(String text, String context) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE_BYTES + ciphertext.length)
                            .put(nonce)
                            .put(ciphertext)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return nothing if it was sealed with another secret, for another context, or not at all */
    Optional<String> open(String ciphertext, String context) {
        try {
            var bytes = Base64.getDecoder().decode(ciphertext);
            if (bytes.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
                return Optional.empty();
            }
            var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            var text =
                    cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** HKDF-SHA256 for a key of 32 bytes, which is one block of its output. */
    static byte[] derive(byte[] secret, byte[] salt, byte[] info) {
        var block = ByteBuffer.allocate(info.length + 1).put(info).put((byte) 1).array();
        return hmac(hmac(salt, secret), block);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
