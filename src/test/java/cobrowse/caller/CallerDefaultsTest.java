package cobrowse.caller;

import static cobrowse.settings.Environment.settings;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.failure.Failure;
import cobrowse.settings.ReadmeSettings;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the defaults of the README do. */
class CallerDefaultsTest {
    private final CallerPolicy unset = new CallerPolicy(settings(Map.of()));

    @Test
    void policyIsStrict() {
        var stranger = Caller.web(Map.of(), Set.of());
        assertThrows(Failure.class, () -> unset.require(stranger, unset.isOwnEmail(stranger, "alice@example.com")));
    }

    @Test
    void emailIsInItsClaim() {
        var alice = Caller.web(Map.of(ReadmeSettings.defaultOf("CALLER_EMAIL_CLAIM"), "alice@example.com"), Set.of());

        assertTrue(unset.isOwnEmail(alice, "alice@example.com"));
    }
}
