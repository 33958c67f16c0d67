package cobrowse.genesys;

import cobrowse.restclient.HostUrl;
import io.quarkus.runtime.LaunchMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jboss.logging.Logger;

/** Which links may be passed on to somebody who will open them. */
final class JoinLink {
    private static final Logger LOG = Logger.getLogger(JoinLink.class);

    /** The secure scheme of each member that is a link, and the plain one that development takes from its own machine. */
    private record Schemes(String secure, String plain) {}

    private static final Map<String, Schemes> SCHEMES =
            Map.of("joinUrl", new Schemes("https", "http"), "websocketUrl", new Schemes("wss", "ws"));

    private JoinLink() {}

    /** @param member whatever is not a link may be passed on */
    static boolean mayBePassedOn(String member, String text) {
        var schemes = SCHEMES.get(member);
        if (schemes == null || isSafe(text, schemes)) {
            return true;
        }
        LOG.warnf("Genesys Cloud's %s is left out: it is not a %s link to a host", member, schemes.secure());
        return false;
    }

    private static boolean isSafe(String text, Schemes schemes) {
        try {
            var link = new URI(text);
            var host = link.getHost();
            if (host == null || link.getRawUserInfo() != null) {
                return false;
            }
            return schemes.secure().equalsIgnoreCase(link.getScheme())
                    || LaunchMode.current().isDevOrTest()
                            && schemes.plain().equalsIgnoreCase(link.getScheme())
                            && HostUrl.isLoopback(host);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
