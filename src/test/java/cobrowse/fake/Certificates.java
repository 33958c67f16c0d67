package cobrowse.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of a test, made by keytool, and a server's key. */
public final class Certificates {
    private static final String PASSWORD = "changeit";

    private final Path directory = Files.createTempDirectory("certificates");
    private int count;

    public Certificates() throws IOException {
        keytool("ca.p12", "-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=Test", "-ext", "bc:c");
        keytool("ca.p12", "-exportcert", "-alias", "ca", "-rfc", "-file", pem());
        keytool("server.p12", "-genkeypair", "-alias", "s", "-keyalg", "EC", "-dname", "CN=server");
        keytool("server.p12", "-certreq", "-alias", "s", "-file", path("request"));
    }

    /** The file with the authority's certificate. */
    public String pem() {
        return path("ca.pem");
    }

    /** A file with that text. */
    public String file(String text) throws IOException {
        return Files.writeString(directory.resolve("file" + count++), text).toString();
    }

    /**
     * A server's certificate of the authority's.
     *
     * @param names as keytool has them, such as {@code dns:localhost}
     * @param begin such as {@code -10d}; it is valid for five days
     */
    public SSLContext server(String names, String begin) throws IOException, GeneralSecurityException {
        keytool(
                "ca.p12",
                "-gencert",
                "-alias",
                "ca",
                "-infile",
                path("request"),
                "-outfile",
                path("response"),
                "-ext",
                "san=" + names,
                "-startdate",
                begin,
                "-validity",
                "5",
                "-rfc");
        var keys = KeyStore.getInstance(directory.resolve("server.p12").toFile(), PASSWORD.toCharArray());
        var chain = new Certificate[] {certificate("response"), certificate("ca.pem")};
        keys.setKeyEntry("s", keys.getKey("s", PASSWORD.toCharArray()), PASSWORD.toCharArray(), chain);
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private Certificate certificate(String name) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(directory.resolve(name))) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private void keytool(String store, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-J-Duser.language=en"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", path(store), "-storetype", "PKCS12", "-storepass", PASSWORD));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + output);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
