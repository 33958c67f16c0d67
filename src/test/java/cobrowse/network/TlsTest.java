package cobrowse.network;

import static cobrowse.fake.JsonBody.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.Certificates;
import cobrowse.fake.ConnectProxy;
import cobrowse.fake.FakeGenesys;
import cobrowse.fake.FunctionTests;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands between the function and Genesys: certificates, a proxy, a gateway; and why there is no connection. */
@QuarkusTest
@TestProfile(OnTls.class)
class TlsTest extends FunctionTests {
    private static final String NAMES = "dns:localhost,ip:127.0.0.1";

    FakeGenesys genesys;
    ConnectProxy proxy;
    Certificates certificates;

    private static SSLContext good;

    @BeforeEach
    void healthy() throws Exception {
        if (good == null) {
            good = certificates.server(NAMES, "-1d");
        }
        genesys.reset();
        genesys.present(good);
        proxy.refuse("");
        // Without a token, the log-in would be what fails.
        start("{\"userId\":\"user-1\"}").then().statusCode(201);
        genesys.reset();
    }

    /** A circuit opens at ten failures among twenty attempts. */
    @AfterEach
    void keepCircuitClosed() throws Exception {
        healthy();
        for (var i = 0; i < 4; i++) {
            startAfterLogIn().then().statusCode(201);
        }
    }

    @Test
    void certificateThatIsTrustedIsBelievedAndThePathOfAGatewayKept() throws Exception {
        startAfterLogIn().then().statusCode(201);

        assertEquals(
                "/gateway/api/v2/cobrowse/sessions", genesys.requests().take().target());
        assertEquals("/gateway/login/oauth/token", genesys.requests().take().target());
    }

    @Test
    void logInGoesThroughTheProxyAndTheApiDoesNot() throws Exception {
        var before = proxy.heads().size();

        startAfterLogIn().then().statusCode(201);

        assertEquals(before + 1, proxy.heads().size());
        var head = proxy.heads().get(before);
        assertTrue(head.startsWith("CONNECT localhost:" + genesys.port() + " HTTP/1.1\r\n"), head);
        var user = Base64.getEncoder().encodeToString("user:p@s:s".getBytes(StandardCharsets.US_ASCII));
        assertTrue(head.toLowerCase().contains("proxy-authorization: basic " + user.toLowerCase()), head);
    }

    @Test
    void certificateOfAnotherAuthorityIsNotTrusted() throws Exception {
        genesys.present(new Certificates().server(NAMES, "-1d"));
        assertReason("certificate not trusted");
    }

    @Test
    void certificateForAnotherNameIsToldAsOne() throws Exception {
        genesys.present(certificates.server("dns:other.example,ip:127.0.0.2", "-1d"));
        assertReason("certificate for another name");
    }

    @Test
    void certificateThatHasExpiredIsToldAsOne() throws Exception {
        genesys.present(certificates.server(NAMES, "-10d"));
        assertReason("certificate out of date");
    }

    @Test
    void certificateThatIsNotYetValidIsToldAsOne() throws Exception {
        genesys.present(certificates.server(NAMES, "+10d"));
        assertReason("certificate out of date");
    }

    @Test
    void whatSpeaksNoTlsIsToldAsThat() throws Exception {
        genesys.present(null);
        assertReason("no TLS");
    }

    @Test
    void refusedConnectionIsToldAsOne() throws Exception {
        genesys.goDown();
        try {
            assertReason("refused");
        } finally {
            genesys.comeUp();
        }
    }

    @Test
    void proxyThatRefusesIsToldAsThat() throws Exception {
        proxy.refuse("407 Proxy Authentication Required");
        genesys.answers(Call.START, Answer.status(401));

        var failed = start("{\"userId\":\"user-1\"}");

        assertEquals("genesys-unavailable", member(failed, "code"));
        assertEquals(
                "Genesys Cloud could not be reached (the proxy) when asked to give a token.", member(failed, "detail"));
    }

    private static void assertReason(String reason) {
        var failed = start("{\"userId\":\"user-1\"}");

        assertEquals("genesys-unavailable", member(failed, "code"));
        assertEquals(
                "Genesys Cloud could not be reached (" + reason + ") when asked to start a session with the user.",
                member(failed, "detail"));
    }

    /** With a token that is new. */
    private Response startAfterLogIn() {
        genesys.answers(Call.START, Answer.status(401), Call.START.healthyResponse());
        return start("{\"userId\":\"user-1\"}");
    }
}
