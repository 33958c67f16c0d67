package cobrowse.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys;
import cobrowse.fake.NameServer;
import cobrowse.lambda.NativeFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and addresses, natively, with a name server of the test's own, which takes root. */
class NamesIT {
    private static final String NAME_SERVER = "127.77.0.1";
    private static final String USER = "{\"userId\":\"user-1\"}";

    private FakeGenesys genesys;
    private NameServer names;

    @BeforeEach
    void begin() throws IOException {
        assumeTrue(
                "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/unshare")),
                "Skipped: a name server of one's own takes root and unshare.");
        genesys = new FakeGenesys();
        names = new NameServer(NAME_SERVER);
    }

    @AfterEach
    void end() throws IOException {
        if (genesys != null) {
            genesys.close();
            names.close();
        }
    }

    /** Nothing listens at 127.0.0.2; nothing answers in 192.0.2.0/24, and nothing leads to 2001:db8::/32. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.2 127.0.0.1",
                "127.0.0.1 127.0.0.2",
                "192.0.2.1 127.0.0.1",
                "2001:db8::1 127.0.0.1",
                "127.0.0.3 127.0.0.2 127.0.0.4 192.0.2.1 2001:db8::1 127.0.0.1"
            })
    void eachAddressIsTriedWithinTheAttempt(String addresses) throws Exception {
        names.addresses(addresses.split(" "));
        try (var function = function()) {
            for (var i = 0; i < 3; i++) {
                assertEquals("session-1", function.answer(USER).getString("id"));
                genesys.hangUp();
            }
            assertEquals(3, genesys.count(Call.START));
        }
    }

    @Test
    void lookUpThatFailedIsNotRemembered() throws Exception {
        try (var function = function()) {
            var failed = function.answer(USER);
            assertEquals("genesys-unavailable", failed.getString("errorType"));
            assertTrue(failed.getString("errorMessage").contains("(no such name)"), failed.prettify());

            names.addresses("127.0.0.1");
            assertEquals("session-1", function.answer(USER).getString("id"));
        }
    }

    @Test
    void momentWithoutNameServerCostsNothingWhereTheNameIsKnown() throws Exception {
        names.addresses("127.0.0.1");
        try (var function = function()) {
            assertEquals("session-1", function.answer(USER).getString("id"));
            names.addresses();
            genesys.hangUp();
            assertEquals("session-1", function.answer(USER).getString("id"));
        }
    }

    @Test
    void nameServerThatIsSilentKeepsNobodyFromBeingAnswered() throws Exception {
        names.fallSilent(true);
        try (var function = function()) {
            assertEquals("genesys-unavailable", function.answer(USER).getString("errorType"));
            names.fallSilent(false);
            names.addresses("127.0.0.1");
            while (!"session-1".equals(function.answer(USER).getString("id"))) {
                assertTrue(names.questions() < 200);
            }
        }
    }

    private NativeFunction function() throws Exception {
        var resolv = Files.writeString(Files.createTempFile("resolv", ".conf"), "nameserver " + NAME_SERVER + "\n");
        var wrapper = "mount --bind " + resolv + " /etc/resolv.conf && exec \"$0\"";
        var environment = NativeFunction.on(genesys.url().replace("127.0.0.1", "genesys.localhost"));
        return new NativeFunction(environment, List.of("/usr/bin/unshare", "-m", "/bin/sh", "-c", wrapper)).ready();
    }
}
