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
    /** How the client shows its secret to the token endpoint; {@code form} is the tutorial's way. */
    enum ClientAuthentication {
        BASIC,
        FORM
    }

    /** Which call finds a user by e-mail address; {@code list} is the tutorial's. */
    enum UserLookup {
        SEARCH,
        LIST
    }

    final URI login;
    final URI api;
    final ClientAuthentication clientAuthentication;
    final UserLookup userLookup;

    GenesysSettings(GenesysConfig config) {
        var region = config.region().map(GenesysSettings::region).orElse(Region.US_EAST_1);
        login = config.loginUrl()
                .map(url -> HostUrl.parse("GENESYS_LOGIN_URL", url))
                .orElse(region.login());
        api = config.apiUrl().map(url -> HostUrl.parse("GENESYS_API_URL", url)).orElse(region.api());
        clientAuthentication =
                Choice.of("GENESYS_CLIENT_AUTHENTICATION", config.clientAuthentication(), ClientAuthentication.BASIC);
        userLookup = Choice.of("GENESYS_USER_LOOKUP", config.userLookup(), UserLookup.SEARCH);
    }

    private static Region region(String text) {
        return Region.of(text)
                .orElseThrow(() -> new ConfigurationException(
                        "GENESYS_REGION is '" + text + "', but must be one of " + Region.choices() + "."));
    }
}
