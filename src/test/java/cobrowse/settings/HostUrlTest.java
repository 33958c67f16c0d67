package cobrowse.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostUrlTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8089", "http://genesys.localhost:8089", "http://a.b.localhost"})
    void plainHttpIsForThisMachine(String url) {
        assertEquals(URI.create(url), HostUrl.parse("URL", url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://genesys.example",
                "http://localhost.example",
                "http://notlocalhost",
                "http://not-localhost",
                "http://.localhost"
            })
    void plainHttpIsForNoOther(String url) {
        assertThrows(ConfigurationException.class, () -> HostUrl.parse("URL", url));
    }
}
