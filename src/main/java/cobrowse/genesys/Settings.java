package cobrowse.genesys;

import cobrowse.http.HostUrl;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The checked {@link GenesysConfig}: a wrong value stops the start with one line that says what would be right. */
@Startup
@Singleton
class Settings {
    final URI login;
    final URI api;
    final boolean formAuthentication;
    final boolean userListing;

    Settings(GenesysConfig config) {
        var region = config.region().map(Settings::region).orElse(Region.US_EAST_1);
        login = config.loginUrl()
                .map(url -> HostUrl.parse("GENESYS_LOGIN_URL", url))
                .orElse(region.login());
        api = config.apiUrl().map(url -> HostUrl.parse("GENESYS_API_URL", url)).orElse(region.api());
        formAuthentication = second("GENESYS_CLIENT_AUTHENTICATION", config.clientAuthentication(), "basic", "form");
        userListing = second("GENESYS_USER_LOOKUP", config.userLookup(), "search", "list");
    }

    private static Region region(String text) {
        return Region.of(text)
                .orElseThrow(() -> new ConfigurationException(
                        "GENESYS_REGION is '" + text + "', but must be one of " + Region.choices() + "."));
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
