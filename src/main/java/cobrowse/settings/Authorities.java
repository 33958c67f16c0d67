package cobrowse.settings;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Reads a PEM file of certificate authorities. */
final class Authorities {
    private Authorities() {}

    /**
     * @return what trusts them, and no other
     * @throws ConfigurationException if the file cannot be read, or holds none
     */
    static TrustManager read(String file) {
        try (var pem = Files.newInputStream(Path.of(file))) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry(String.valueOf(store.size()), certificate);
            }
            if (store.size() > 0) {
                var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init(store);
                return factory.getTrustManagers()[0];
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            // refused below, in words of ours
        }
        throw new ConfigurationException("SSL_CERT_FILE must be a readable PEM file of certificate authorities.");
    }
}
