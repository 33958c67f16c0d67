package cobrowse.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of a test, made by keytool. */
public final class Certificates {
    private static final String PASSWORD = "changeit";

    private final Path directory = Files.createTempDirectory("certificates");
    private int count;

    public Certificates() throws IOException {
        keytool("ca.p12", "-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=Test", "-ext", "bc:c");
        keytool("ca.p12", "-exportcert", "-alias", "ca", "-rfc", "-file", pem());
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
        var store = "server" + count++ + ".p12";
        keytool(store, "-genkeypair", "-alias", "s", "-keyalg", "EC", "-dname", "CN=server");
        keytool(store, "-certreq", "-alias", "s", "-file", path("request"));
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
        keytool(store, "-importcert", "-alias", "ca", "-noprompt", "-file", pem());
        keytool(store, "-importcert", "-alias", "s", "-noprompt", "-file", path("response"));
        var keys = KeyStore.getInstance(directory.resolve(store).toFile(), PASSWORD.toCharArray());
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private void keytool(String store, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
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
