package cobrowse.settings;

import static cobrowse.settings.Environment.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.settings.Settings.CallerPolicy;
import cobrowse.settings.Settings.ClientAuthentication;
import cobrowse.settings.Settings.UserLookup;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pins the defaults, and what is refused. */
class SettingsTest {
    private final Settings unset = settings(Map.of());

    @Test
    void defaults() {
        assertEquals(URI.create("https://login.mypurecloud.com"), unset.login);
        assertEquals(URI.create("https://api.mypurecloud.com"), unset.api);
        assertEquals(ClientAuthentication.BASIC, unset.clientAuthentication);
        assertEquals(UserLookup.SEARCH, unset.userLookup);
        assertEquals(Duration.ofSeconds(10), unset.deadline);
        assertEquals(10, unset.tokenPoolSize);
        assertEquals(CallerPolicy.STRICT, unset.callerPolicy);
        assertEquals("email", unset.emailClaim);
    }

    @Test
    void defaultsAreThoseOfTheReadme() {
        assertEquals(unset.api, readme("GENESYS_REGION").api);
        assertEquals(unset.clientAuthentication, readme("GENESYS_CLIENT_AUTHENTICATION").clientAuthentication);
        assertEquals(unset.userLookup, readme("GENESYS_USER_LOOKUP").userLookup);
        assertEquals(unset.deadline, readme("COBROWSE_DEADLINE").deadline);
        assertEquals(unset.tokenPoolSize, readme("TOKEN_POOL_SIZE").tokenPoolSize);
        assertEquals(unset.callerPolicy, readme("CALLER_POLICY").callerPolicy);
        assertEquals(unset.emailClaim, readme("CALLER_EMAIL_CLAIM").emailClaim);
    }

    @Test
    void tutorialContract() {
        assertEquals(ClientAuthentication.FORM, settings("GENESYS_CLIENT_AUTHENTICATION", "form").clientAuthentication);
        assertEquals(UserLookup.LIST, settings("GENESYS_USER_LOOKUP", "list").userLookup);
    }

    @ParameterizedTest
    @CsvSource({
        "https://proxy.example:8443, https://proxy.example:8443",
        "https://gateway.example/genesys, https://gateway.example/genesys",
        "https://gateway.example/genesys, https://gateway.example/genesys",
        "http://localhost:8089/, http://localhost:8089/",
        "http://127.0.0.1:1, http://127.0.0.1:1",
        "http://[::1]:1, http://[::1]:1"
    })
    void hostsCanBeOverridden(String url, URI host) {
        assertEquals(host, settings("GENESYS_API_URL", url).api);
        assertEquals(host, settings("GENESYS_LOGIN_URL", url).login);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "' 50 ', 50"})
    void sizesOfThePoolAreTaken(String text, int size) {
        assertEquals(size, settings("TOKEN_POOL_SIZE", text).tokenPoolSize);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void whatIsEmptyIsNotSet(String empty) {
        var settings = settings(Map.of(
                "IDEMPOTENCY_TABLE", empty,
                "TOKEN_TABLE", empty,
                "GENESYS_REGION", empty,
                "GENESYS_DEPLOYMENT_ID", empty,
                "CALLER_POLICY", empty,
                "COBROWSE_DEADLINE", empty));

        assertEquals(Optional.empty(), settings.idempotencyTable);
        assertEquals(Optional.empty(), settings.tokenTable);
        assertEquals(Optional.empty(), settings.aws);
        assertEquals(Optional.empty(), settings.deploymentId);
        assertEquals(unset.api, settings.api);
        assertEquals(unset.deadline, settings.deadline);
    }

    @ParameterizedTest
    @CsvSource({
        "GENESYS_REGION, atlantis, GENESYS_REGION is 'atlantis'",
        "GENESYS_API_URL, http://api.mypurecloud.com, GENESYS_API_URL must",
        "GENESYS_API_URL, api.mypurecloud.com, GENESYS_API_URL must",
        "GENESYS_LOGIN_URL, https://user:pw@host, GENESYS_LOGIN_URL must",
        "GENESYS_LOGIN_URL, 'https://a b', GENESYS_LOGIN_URL must",
        "GENESYS_CLIENT_AUTHENTICATION, digest, GENESYS_CLIENT_AUTHENTICATION is 'digest'",
        "GENESYS_USER_LOOKUP, guess, GENESYS_USER_LOOKUP is 'guess'",
        "GENESYS_DEPLOYMENT_ID, a/b, GENESYS_DEPLOYMENT_ID is 'a/b'",
        "GENESYS_INITIATOR_ID, a b, GENESYS_INITIATOR_ID is 'a b'",
        "COBROWSE_DEADLINE, 10, COBROWSE_DEADLINE is '10'",
        "COBROWSE_DEADLINE, PT0S, COBROWSE_DEADLINE is 'PT0S'",
        "COBROWSE_DEADLINE, PT16M, COBROWSE_DEADLINE is 'PT16M'",
        "CALLER_POLICY, none, CALLER_POLICY is 'none'",
        "CALLER_SCOPE, a b, CALLER_SCOPE is 'a b'",
        "TOKEN_POOL_SIZE, 0, TOKEN_POOL_SIZE is '0'",
        "TOKEN_POOL_SIZE, 51, TOKEN_POOL_SIZE is '51'",
        "TOKEN_POOL_SIZE, 1e1, TOKEN_POOL_SIZE is '1e1'",
        "TOKEN_POOL_SIZE, -1, TOKEN_POOL_SIZE is '-1'",
        "TOKEN_TABLE, ab, TOKEN_TABLE is 'ab'",
        "TOKEN_TABLE, table/1, TOKEN_TABLE is 'table/1'",
        "IDEMPOTENCY_TABLE, a b c, IDEMPOTENCY_TABLE is 'a b c'"
    })
    void wrongValueIsRefusedInOneLine(String variable, String value, String beginning) {
        var refused = assertThrows(ConfigurationException.class, () -> settings(variable, value));

        assertTrue(refused.getMessage().startsWith(beginning), refused.getMessage());
        assertFalse(refused.getMessage().contains("\n"));
    }

    /** It could be a secret that was meant for another variable. */
    @ParameterizedTest
    @ValueSource(strings = {"GENESYS_REGION", "IDEMPOTENCY_TABLE", "TOKEN_POOL_SIZE", "CALLER_POLICY"})
    void wrongValueIsQuotedWithEightCharactersAtMost(String variable) {
        var refused = assertThrows(ConfigurationException.class, () -> settings(variable, "s3cr3t/value/that/is/long"));

        assertTrue(refused.getMessage().startsWith(variable + " is 's3cr3t/v…', but must be"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"p$$w$\\e", "a${HOME:x}c", "a${b}c", " spaces around "})
    void secretIsTakenAsItIs(String secret) {
        assertEquals(secret.strip(), settings("GENESYS_CLIENT_SECRET", secret).clientSecret);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "id, ''", "'', secret", "' ', secret"})
    void withoutCredentialsTheStartIsRefusedAndBothWaysAreNamed(String id, String secret) {
        var refusal = assertThrows(
                ConfigurationException.class,
                () -> settings(Map.of("GENESYS_CLIENT_ID", id, "GENESYS_CLIENT_SECRET", secret)));
        assertEquals(
                "Set GENESYS_CREDENTIALS_SECRET_ID, or both GENESYS_CLIENT_ID and GENESYS_CLIENT_SECRET.",
                refusal.getMessage());
    }

    private static Settings readme(String variable) {
        return settings(variable, ReadmeSettings.defaultOf(variable));
    }
}
