package cobrowse.genesys;

import cobrowse.restclient.HostUrl;
import cobrowse.settings.CheckedAtStart;
import cobrowse.settings.Choice;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.net.URI;

/** The checked {@link GenesysConfig}: a wrong value stops the start with one line that says what would be right. */
@Singleton
class GenesysSettings implements CheckedAtStart {
    final URI login;
    final URI api;
    final boolean formAuthentication;
    final boolean userListing;

    GenesysSettings(GenesysConfig config) {
        var region = config.region().map(GenesysSettings::region).orElse(Region.US_EAST_1);
        login = config.loginUrl()
                .map(url -> HostUrl.parse("GENESYS_LOGIN_URL", url))
                .orElse(region.login());
        api = config.apiUrl().map(url -> HostUrl.parse("GENESYS_API_URL", url)).orElse(region.api());
        formAuthentication =
                Choice.isOther("GENESYS_CLIENT_AUTHENTICATION", config.clientAuthentication(), "basic", "form");
        userListing = Choice.isOther("GENESYS_USER_LOOKUP", config.userLookup(), "search", "list");
    }

    private static Region region(String text) {
        return Region.of(text)
                .orElseThrow(() -> new ConfigurationException(
                        "GENESYS_REGION is '" + text + "', but must be one of " + Region.choices() + "."));
    }
}
