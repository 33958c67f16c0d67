package cobrowse.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.fake.OnStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quarkus and its extensions are told the same settings, whether their look-up is shortened or not. */
@QuarkusTest
@TestProfile(OnStandIn.class)
class MappedSettingsTest {
    private static final String PROFILE = "quarkus.test.profile";

    /** What tests set themselves; and clients that are none, but the names of settings that all clients have. */
    private static final List<String> EXCEPT = List.of(
            "genesys.",
            "quarkus.profile ",
            "quarkus.log.minLevel ",
            "quarkus.log.categories[io.quarkus.config].level ",
            "quarkus.rest-client.clients[");

    @BeforeEach
    void beInProduction() {
        System.setProperty(PROFILE, "prod");
    }

    @AfterEach
    void beInTests() {
        System.clearProperty(PROFILE);
    }

    @Test
    void allAreTheSame() throws ReflectiveOperationException {
        var whole = settings(built().build());
        var builder = built();
        builder.withCustomizers(new Shortened());
        var shortened = settings(builder.build());
        assertTrue(whole.size() > 500, () -> whole.size() + " settings");
        assertEquals(List.of(), without(whole, shortened));
        assertEquals(List.of(), without(shortened, whole));
    }

    private static List<String> without(List<String> others, List<String> settings) {
        return settings.stream()
                .filter(setting -> !others.contains(setting) && EXCEPT.stream().noneMatch(setting::startsWith))
                .toList();
    }

    /** As the function would be, deployed; the class is made when the function is built. */
    private static SmallRyeConfigBuilder built() throws ReflectiveOperationException {
        var type = Class.forName(
                "io.quarkus.runtime.generated.RunTimeConfig",
                true,
                Thread.currentThread().getContextClassLoader());
        var builder = new SmallRyeConfigBuilder();
        ((SmallRyeConfigBuilderCustomizer) type.getConstructor().newInstance()).configBuilder(builder);
        return builder;
    }

    private static class Shortened implements SmallRyeConfigBuilderCustomizer {
        @Override
        public int priority() {
            return Integer.MAX_VALUE;
        }

        @Override
        public void configBuilder(SmallRyeConfigBuilder builder) {
            FixedConfig.shorten(builder, new RuntimeOverrides(System.getenv()));
        }
    }

    /** Everything that all mappings hold, a line each. */
    @SuppressWarnings("unchecked")
    private static List<String> settings(SmallRyeConfig config) throws ReflectiveOperationException {
        var mappings = SmallRyeConfig.class.getDeclaredMethod("getMappings");
        mappings.setAccessible(true);
        var all = (Map<Class<?>, Map<String, Object>>) mappings.invoke(config);
        var lines = new ArrayList<String>();
        for (var byPrefix : all.values()) {
            for (var mapping : byPrefix.entrySet()) {
                describe(mapping.getKey(), mapping.getValue(), lines);
            }
        }
        return lines.stream().sorted().toList();
    }

    private static void describe(String path, Object value, List<String> lines) throws ReflectiveOperationException {
        if (value instanceof Optional<?> optional && optional.isPresent()) {
            describe(path, optional.get(), lines);
        } else if (value instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                describe(path + "[" + entry.getKey() + "]", entry.getValue(), lines);
            }
        } else if (value != null && value.getClass().getName().endsWith("CMImpl")) {
            var members = Stream.of(value.getClass().getInterfaces())
                    .flatMap(type -> Arrays.stream(type.getMethods()))
                    .filter(method -> Modifier.isAbstract(method.getModifiers()) && method.getParameterCount() == 0)
                    .toList();
            for (var member : members) {
                member.setAccessible(true);
                describe(path + "." + member.getName(), member.invoke(value), lines);
            }
        } else {
            lines.add(path + " = " + value);
        }
    }
}
