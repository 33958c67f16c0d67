package cobrowse.genesys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The OAuth client's. */
record Credentials(String clientId, String clientSecret) {
    /** RFC 6749, 2.3.1, without its form-encoding, which Genesys does not ask for. */
    String basic() {
        var pair = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return "Credentials[" + clientId + "]";
    }
}
