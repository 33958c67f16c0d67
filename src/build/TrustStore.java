import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes the trust store that is compiled into the executable: of a JDK's authorities and of those in Debian's package,
 * the ones that {@code .ci/authorities.tsv} trusts. Arguments: the JDK, that list, the store to write.
 */
class TrustStore {
    // An upgrade of the package does not always reach the JDK's store.
    private static final Path DEBIAN = Path.of("/usr/share/ca-certificates/mozilla");
    private static final String ANY_PASSWORD = "changeit";

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        Map<String, Certificate> known = new TreeMap<>();
        addOfJdk(Path.of(args[0]), known);
        if (Files.isDirectory(DEBIAN)) {
            addOfDebian(known);
        }
        int all = known.size();
        known.keySet().retainAll(trusted(Path.of(args[1])));
        if (known.isEmpty()) {
            throw new IllegalStateException("None of the authorities here may be trusted");
        }
        write(known, Path.of(args[2]));
        System.out.printf("Of %d authorities that are known here, %d are trusted%n", all, known.size());
    }

    private static void addOfJdk(Path jdk, Map<String, Certificate> known) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(jdk.resolve("lib/security/cacerts").toFile(), (char[]) null);
        for (String alias : Collections.list(store.aliases())) {
            Certificate certificate = store.getCertificate(alias);
            if (certificate != null) {
                known.put(fingerprint(certificate), certificate);
            }
        }
    }

    private static void addOfDebian(Map<String, Certificate> known) throws IOException, GeneralSecurityException {
        CertificateFactory x509 = CertificateFactory.getInstance("X.509");
        try (var files = Files.newDirectoryStream(DEBIAN, "*.crt")) {
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    Certificate certificate = x509.generateCertificate(in);
                    known.put(fingerprint(certificate), certificate);
                }
            }
        }
    }

    private static Set<String> trusted(Path list) throws IOException {
        try (var lines = Files.lines(list)) {
            return lines.map(line -> line.split("\t"))
                    .filter(row -> row.length == 3 && row[1].equals("trusted"))
                    .map(row -> row[0])
                    .collect(Collectors.toSet());
        }
    }

    private static void write(Map<String, Certificate> authorities, Path target)
            throws IOException, GeneralSecurityException {
        // Not PKCS #12, which would derive keys from a password for every certificate.
        KeyStore store = KeyStore.getInstance("JKS");
        store.load((InputStream) null, null);
        for (var authority : authorities.entrySet()) {
            store.setCertificateEntry(authority.getKey(), authority.getValue());
        }
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (var out = Files.newOutputStream(target)) {
            store.store(out, ANY_PASSWORD.toCharArray());
        }
    }

    private static String fingerprint(Certificate certificate) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }
}
