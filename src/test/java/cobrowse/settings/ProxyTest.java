package cobrowse.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.mypurecloud.de, '', true",
        "https://api.mypurecloud.de, mypurecloud.de, false",
        "https://api.mypurecloud.de, .mypurecloud.de, false",
        "https://api.mypurecloud.de, *.mypurecloud.de, false",
        "https://API.mypurecloud.de, 'example.com, MyPureCloud.DE', false",
        "https://api.mypurecloud.de, example.com api.mypurecloud.de, false",
        "https://api.notmypurecloud.de, mypurecloud.de, true",
        "https://mypurecloud.de, .mypurecloud.de, false",
        "https://api.mypurecloud.de, *, false",
        "https://api.mypurecloud.de, mypurecloud.de:443, false",
        "https://api.mypurecloud.de, mypurecloud.de:8443, true",
        "https://api.mypurecloud.de:8443, mypurecloud.de:8443, false",
        "https://10.1.2.3, 10.1.2.3, false",
        "https://10.1.2.3, 10.1.0.0/16, false",
        "https://10.2.2.3, 10.1.0.0/16, true",
        "https://api.mypurecloud.de, 10.1.0.0/16, true",
        "https://10.1.2.3, 10.1.0.0/99, true",
        "https://[fd00::1], fd00::1, false",
        "https://[fd00::1], fd00::/8, false",
        "https://[fd00::1]:8443, [fd00::1], false",
        "https://[fd00::1]:8443, [fd00::1]:8443, false",
        "https://[fd00::1]:8443, [fd00::1]:443, true",
        "http://localhost:8080, '', false"
    })
    void exceptionsAreThoseOfOtherClients(URI url, String exceptions, boolean proxied) {
        assertEquals(
                proxied, Proxy.parse("http://proxy", exceptions).orElseThrow().isFor(url));
    }

    @ParameterizedTest
    @CsvSource({
        "proxy.example:3128, http://proxy.example:3128",
        "http://user:pw@proxy.example:3128, http://user:pw@proxy.example:3128",
        "http://[::1]:3128/, http://[::1]:3128/"
    })
    void proxyMayHaveNoScheme(String text, URI url) {
        assertEquals(url, Proxy.parse(text, "").orElseThrow().url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"socks5://proxy:1080", "https://proxy", "http://", "http://us er@proxy", "http://proxy:99999"})
    void otherProxiesAreRefusedInOneLine(String text) {
        var refused = assertThrows(ConfigurationException.class, () -> Environment.settings("HTTPS_PROXY", text));

        assertEquals("HTTPS_PROXY must be http://[user[:password]@]host[:port].", refused.getMessage());
    }
}
