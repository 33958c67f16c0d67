package cobrowse.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostUrlTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8089", "http://genesys.localhost:8089", "http://a.b.localhost"})
    void plainHttpIsForThisMachine(String url) {
        assertEquals(Optional.of(URI.create(url)), HostUrl.parse(url, false));
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
        assertEquals(Optional.empty(), HostUrl.parse(url, false));
    }
}
