package cobrowse.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.Environment;
import cobrowse.ReadmeSettings;
import cobrowse.failure.Failure;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The defaults are those of the README. */
class CallerDefaultsTest {
    private final CallerPolicy unset = new CallerPolicy(Environment.read(CallerConfig.class, Map.of()));

    @Test
    void policyIsStrict() {
        assertEquals("strict", ReadmeSettings.defaultOf("CALLER_POLICY"));

        var stranger = new Caller.Web(Map.of(), Set.of());
        assertThrows(Failure.class, () -> unset.require(stranger, unset.isOwnEmail(stranger, "alice@example.com")));
    }

    @Test
    void emailIsInItsClaim() {
        var alice =
                new Caller.Web(Map.of(ReadmeSettings.defaultOf("CALLER_EMAIL_CLAIM"), "alice@example.com"), Set.of());

        assertTrue(unset.isOwnEmail(alice, "alice@example.com"));
    }
}
