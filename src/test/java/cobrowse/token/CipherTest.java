package cobrowse.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CipherTest {
    private final Cipher cipher = new Cipher("secret");

    @Test
    void decryptsWithTheSameSecretInTheSameContextAlone() {
        var encrypted = cipher.encrypt("token", "context");

        assertFalse(encrypted.contains("token"));
        assertEquals(Optional.of("token"), new Cipher("secret").decrypt(encrypted, "context"));
        assertEquals(Optional.empty(), cipher.decrypt(encrypted, "another"));
        assertEquals(Optional.empty(), new Cipher("another").decrypt(encrypted, "context"));
        assertNotEquals(encrypted, cipher.encrypt("token", "context"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no base64!", "AAAA", "AAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void nonsenseIsNotDecrypted(String nonsense) {
        assertEquals(Optional.empty(), cipher.decrypt(nonsense, "context"));
    }

    /** RFC 5869, A.1 and A.3: the first 32 bytes. */
    @Test
    void keyIsDerivedAsTheRfcHasIt() {
        var hex = HexFormat.of();
        var secret = hex.parseHex("0b".repeat(22));

        assertEquals(
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf",
                hex.formatHex(Cipher.derive(
                        secret, hex.parseHex("000102030405060708090a0b0c"), hex.parseHex("f0f1f2f3f4f5f6f7f8f9"))));
        assertEquals(
                "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d",
                hex.formatHex(Cipher.derive(secret, new byte[32], new byte[0])));
    }
}
