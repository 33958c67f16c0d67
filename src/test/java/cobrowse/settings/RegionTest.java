package cobrowse.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {
    @ParameterizedTest
    @ValueSource(strings = {"eu_central_1", "eu-central-1", "EU_CENTRAL_1", " mypurecloud.de ", "MyPureCloud.de"})
    void regionIsKnownByNameAndByDomain(String text) {
        assertEquals(Optional.of(Region.EU_CENTRAL_1), Region.of(text));
        assertEquals(URI.create("https://login.mypurecloud.de"), Region.EU_CENTRAL_1.url("login"));
        assertEquals(URI.create("https://api.mypurecloud.de"), Region.EU_CENTRAL_1.url("api"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-central-9", "api.mypurecloud.de", "https://mypurecloud.de", "de"})
    void anythingElseIsNone(String text) {
        assertEquals(Optional.empty(), Region.of(text));
    }

    @ParameterizedTest
    @EnumSource
    void everyRegionIsAChoice(Region region) {
        assertTrue(Region.choices().contains(region.name().toLowerCase()));
        assertEquals(Optional.of(region), Region.of(region.url("api").getHost().substring("api.".length())));
    }

    @Test
    void thereAreEighteen() {
        assertEquals(18, Region.values().length);
    }
}
