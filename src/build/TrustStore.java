import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a GraalVM whose trust store is current: what it builds holds the certificates of its own store, also those that
 * another store would not trust. Of its authorities and of those in Debian's package, these are the ones that
 * {@code .ci/authorities.tsv} trusts. Arguments: the GraalVM, that list, the directory to make.
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
        Path copy = Path.of(args[2]);
        copy(Path.of(args[0]).toRealPath(), copy);
        Path store = copy.resolve("lib/security/cacerts");
        Files.delete(store);
        write(known, store);
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
        try (var out = Files.newOutputStream(target)) {
            store.store(out, ANY_PASSWORD.toCharArray());
        }
    }

    /** By links, where the file system has them: a GraalVM has some hundred megabytes. */
    private static void copy(Path from, Path to) throws IOException {
        try (var old = Files.exists(to) ? Files.walk(to) : Stream.<Path>empty()) {
            for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(target);
                } else if (Files.isSymbolicLink(file)) {
                    Files.copy(file, target, LinkOption.NOFOLLOW_LINKS);
                } else {
                    link(file, target);
                }
            }
        }
    }

    private static void link(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static String fingerprint(Certificate certificate) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }
}
