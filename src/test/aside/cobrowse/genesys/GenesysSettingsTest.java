package cobrowse.genesys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.ReadmeSettings;
import cobrowse.genesys.GenesysSettings.ClientAuthentication;
import cobrowse.genesys.GenesysSettings.UserLookup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pins the defaults, and what is refused. */
class GenesysSettingsTest {
    @Test
    void defaults() {
        var settings = settings("genesys.region", "");

        assertEquals(URI.create("https://login.mypurecloud.com"), settings.login);
        assertEquals(URI.create("https://api.mypurecloud.com"), settings.api);
        assertEquals(ClientAuthentication.BASIC, settings.clientAuthentication);
        assertEquals(UserLookup.SEARCH, settings.userLookup);
    }

    @Test
    void defaultsAreThoseOfTheReadme() {
        var unset = settings("genesys.region", "");

        assertEquals(unset.api, settings("genesys.region", ReadmeSettings.defaultOf("GENESYS_REGION")).api);
        var authentication = ReadmeSettings.defaultOf("GENESYS_CLIENT_AUTHENTICATION");
        assertEquals(
                unset.clientAuthentication,
                settings("genesys.client-authentication", authentication).clientAuthentication);
        var lookup = ReadmeSettings.defaultOf("GENESYS_USER_LOOKUP");
        assertEquals(unset.userLookup, settings("genesys.user-lookup", lookup).userLookup);
    }

    @Test
    void tutorialContract() {
        assertEquals(ClientAuthentication.FORM, settings("genesys.client-authentication", "form").clientAuthentication);
        assertEquals(UserLookup.LIST, settings("genesys.user-lookup", "list").userLookup);
    }

    @ParameterizedTest
    @CsvSource({
        "https://proxy.example:8443, https://proxy.example:8443",
        "http://localhost:8089/, http://localhost:8089/",
        "http://127.0.0.1:1, http://127.0.0.1:1",
        "http://[::1]:1, http://[::1]:1"
    })
    void hostsCanBeOverridden(String url, URI host) {
        assertEquals(host, settings("genesys.api-url", url).api);
        assertEquals(host, settings("genesys.login-url", url).login);
    }

    @ParameterizedTest
    @CsvSource({
        "genesys.region, atlantis, GENESYS_REGION is 'atlantis'",
        "genesys.api-url, http://api.mypurecloud.com, GENESYS_API_URL must",
        "genesys.api-url, api.mypurecloud.com, GENESYS_API_URL must",
        "genesys.login-url, https://user:pw@host, GENESYS_LOGIN_URL must",
        "genesys.login-url, https://host/path, GENESYS_LOGIN_URL must",
        "genesys.login-url, 'https://a b', GENESYS_LOGIN_URL must",
        "genesys.client-authentication, digest, GENESYS_CLIENT_AUTHENTICATION is 'digest'",
        "genesys.user-lookup, guess, GENESYS_USER_LOOKUP is 'guess'"
    })
    void wrongValueIsRefusedInOneLine(String property, String value, String beginning) {
        var refused = assertThrows(ConfigurationException.class, () -> settings(property, value));

        assertTrue(refused.getMessage().startsWith(beginning), refused.getMessage());
        assertFalse(refused.getMessage().contains("\n"));
    }

    private static GenesysSettings settings(String property, String value) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(GenesysConfig.class)
                .withDefaultValue(property, value)
                .build();
        return new GenesysSettings(config.getConfigMapping(GenesysConfig.class));
    }
}
