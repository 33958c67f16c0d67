package cobrowse.genesys;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The checked {@link GenesysConfig}: a wrong value stops the start with one line that says what would be right. */
@Startup
@Singleton
class Settings {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    final URI login;
    final URI api;
    final boolean formAuthentication;
    final boolean userListing;

    Settings(GenesysConfig config) {
        var region = config.region().map(Settings::region).orElse(Region.US_EAST_1);
        login = config.loginUrl().map(url -> host("GENESYS_LOGIN_URL", url)).orElse(region.login());
        api = config.apiUrl().map(url -> host("GENESYS_API_URL", url)).orElse(region.api());
        formAuthentication = second("GENESYS_CLIENT_AUTHENTICATION", config.clientAuthentication(), "basic", "form");
        userListing = second("GENESYS_USER_LOOKUP", config.userLookup(), "search", "list");
    }

    private static Region region(String text) {
        return Region.of(text)
                .orElseThrow(() -> new ConfigurationException(
                        "GENESYS_REGION is '" + text + "', but must be one of " + Region.choices() + "."));
    }

    /** An https URL of a host alone, or an http one on this machine. */
    private static URI host(String variable, String text) {
        try {
            var uri = URI.create(text.strip());
            var path = uri.getRawPath();
            var plain = "http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(uri.getHost()));
            if ((plain || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
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
                variable + " is '" + text + "', but must be https://host[:port]; http is allowed for localhost alone.");
    }

    private static boolean second(String variable, Optional<String> value, String usual, String other) {
        var choice = value.map(text -> text.strip().toLowerCase(Locale.ROOT)).orElse(usual);
        if (!choice.equals(usual) && !choice.equals(other)) {
            throw new ConfigurationException(
                    variable + " is '" + choice + "', but must be " + usual + " or " + other + ".");
        }
        return choice.equals(other);
    }
}
