package cobrowse.restclient;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.Set;

/** Reads the URL of a host from the configuration. */
public final class HostUrl {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private HostUrl() {}

    /**
     * @param variable that holds the text
     * @return an https URL of a host alone, or an http one on this machine
     * @throws ConfigurationException for anything else
     */
    public static URI parse(String variable, String text) {
        try {
            var uri = URI.create(text.strip());
            var path = uri.getRawPath();
            var plain = "http".equals(uri.getScheme()) && isLoopback(String.valueOf(uri.getHost()));
            if ((plain || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getPort() <= 65_535
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && (path.isEmpty() || path.equals("/"))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // refused below, in words of ours
        }
        throw new ConfigurationException(
                variable + " must be https://host[:port], or http for localhost alone, without a path or credentials.");
    }

    /** Names under localhost are this machine's, too (RFC 6761, 6.3). */
    public static boolean isLoopback(String host) {
        return LOOPBACK.contains(host) || host.endsWith(".localhost");
    }
}
