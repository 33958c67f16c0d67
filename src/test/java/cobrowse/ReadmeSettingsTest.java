package cobrowse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** README's table of settings has every setting that there is, and no other. What their defaults do, each component tests. */
class ReadmeSettingsTest {
    /** They are read past the mappings, which would expand a {@code $} in them. */
    private static final Set<String> UNMAPPED = Set.of("GENESYS_CLIENT_ID", "GENESYS_CLIENT_SECRET");

    private static final Set<String> SET_BY_LAMBDA =
            Set.of("AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");

    @Test
    void everySettingIsInTheTable() {
        var settings = new TreeSet<>(UNMAPPED);
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("cobrowse").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(type -> ConfigClass.configClass(type.reflect()))
                        .flatMap(mapping -> ConfigMappings.getProperties(mapping).keySet().stream())
                        .map(property ->
                                property.toUpperCase().replace('.', '_').replace('-', '_'))
                        .forEach(settings::add);
        settings.removeAll(SET_BY_LAMBDA);

        assertEquals(settings, new TreeSet<>(ReadmeSettings.defaults().keySet()));
    }
}
