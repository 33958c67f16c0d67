package cobrowse.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.settings.ReadmeSettings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A setting is the same, whether its look-up is shortened or not. */
class FixedConfigTest {
    private static final String MINE = "quarkus.short-lookups";

    private static final Map<String, String> VARIABLES = Map.of(
            "GENESYS_REGION", "eu_west_1",
            "token_pool_size", "60",
            "QUARKUS_LOG_CATEGORY__COBROWSE_X__LEVEL", "DEBUG",
            "QUARKUS_PROFILE", "dev",
            "SMALLRYE_CONFIG_PROFILE", "dev",
            "quarkus_config_profile_parent", "dev",
            "_DEV_A_LOW", "dev",
            "_PROD_A_LOW", "here",
            "A_LOW", "here",
            "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true");

    private final SmallRyeConfig whole = builder().build();
    private final SmallRyeConfig shortened = shortened();

    private static SmallRyeConfig shortened() {
        var builder = builder();
        FixedConfig.shorten(builder, new RuntimeOverrides(VARIABLES));
        return builder.build();
    }

    private static SmallRyeConfigBuilder builder() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addSystemSources()
                .withProfile("prod")
                .withSources(
                        new PropertiesConfigSource(
                                Map.of("a.low", "low", "a.both", "low", "%prod.a.profile", "prod", "a.profile", "any"),
                                "low",
                                0),
                        new PropertiesConfigSource(
                                Map.of("a.both", "high", "a.expression", "${a.low}!", "%dev.a.low", "dev"),
                                "high",
                                100),
                        new Maker())
                .withDefaultValues(Map.of(
                        "a.default", "default",
                        "a.both", "default",
                        "a.*.level", "every",
                        "a.\"key\".level", "one",
                        "quarkus.rest-client.read-timeout", "30000"));
    }

    /** Knows a value only when it is asked for it. */
    private static class Maker implements ConfigSource {
        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        @Override
        public String getValue(String name) {
            return name.equals("a.made") ? "made" : null;
        }

        @Override
        public String getName() {
            return "maker";
        }
    }

    @AfterEach
    void forget() {
        System.clearProperty(MINE);
    }

    @Test
    void valuesAreTheSame() {
        var names = List.of(
                "a.low",
                "a.both",
                "a.profile",
                "a.expression",
                "a.made",
                "a.default",
                "a.one.level",
                "a.x.y",
                "a.\"x.y\".level");
        for (var name : names) {
            assertEquals(
                    whole.getConfigValue(name).getValue(),
                    shortened.getConfigValue(name).getValue(),
                    name);
        }
        assertEquals("high", shortened.getRawValue("a.both"));
        assertEquals("prod", shortened.getRawValue("a.profile"));
        assertEquals("every", shortened.getRawValue("a.one.level"));
        assertNull(shortened.getRawValue("a.x.y"));
    }

    @Test
    void whatIsSetForTheRunCounts() {
        assertEquals("eu_west_1", shortened.getRawValue("genesys.region"));
        assertEquals("60", shortened.getRawValue("token.pool-size"));
        assertEquals("DEBUG", shortened.getRawValue("quarkus.log.category.\"cobrowse.x\".level"));
        assertTrue(names(shortened).contains("quarkus.log.category.\"cobrowse.x\".level"));
        System.setProperty(MINE, "here");
        assertEquals("here", shortened.getRawValue(MINE));
    }

    @Test
    void whatIsNotOnTheListOpensNoDoor() {
        assertEquals(Set.of("prod"), Set.copyOf(shortened.getProfiles()));
        assertEquals("low", shortened.getRawValue("a.low"));
        assertNull(shortened.getRawValue("quarkus.http.access-log.enabled"));
    }

    /** The list is README's table, and the levels of the log. */
    @Test
    void everySettingOfReadmeIsHeard() {
        var documented = ReadmeSettings.defaults().keySet();
        var environment = documented.stream().collect(Collectors.toMap(name -> name, name -> "x"));
        var run = new RuntimeOverrides(environment);
        for (var variable : documented) {
            assertTrue(run.contain(variable.toLowerCase(Locale.ROOT).replace('_', '.')), variable);
        }
    }

    @Test
    void onlyKeysOfMapsAreListedOfWhatIsBuiltIn() {
        assertTrue(names(whole).containsAll(Set.of("a.low", "quarkus.rest-client.read-timeout")));
        var listed = names(shortened);
        assertFalse(listed.contains("a.low"));
        assertFalse(listed.contains("quarkus.rest-client.read-timeout"));
        assertTrue(listed.contains("a.\"key\".level"));
        assertEquals("30000", shortened.getRawValue("quarkus.rest-client.read-timeout"));
        System.setProperty(MINE, "here");
        assertTrue(names(shortened()).contains(MINE));
    }

    private static Set<String> names(SmallRyeConfig config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .collect(Collectors.toSet());
    }
}
