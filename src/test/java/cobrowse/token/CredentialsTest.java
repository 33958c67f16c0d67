package cobrowse.token;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void secretIsNotPrinted() {
        assertFalse(new Credentials("id", "secret").toString().contains("secret"));
    }
}
