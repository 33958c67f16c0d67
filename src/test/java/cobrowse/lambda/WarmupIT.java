package cobrowse.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the init phase has done when the first event comes. */
class WarmupIT {
    private final FakeGenesys login = new FakeGenesys();
    private final FakeGenesys api = new FakeGenesys();

    WarmupIT() throws IOException {}

    @AfterEach
    void close() throws IOException {
        login.close();
        api.close();
    }

    @Test
    void connectionOfTheFirstRequestIsThereAndNothingWasSentOnIt() throws Exception {
        try (var function = start().ready()) {
            assertEquals(1, login.count(Call.TOKEN));
            assertEquals(1, api.connections());
            assertEquals(0, api.requests().size());

            for (var i = 0; i < 3; i++) {
                assertTrue(function.answer("{\"email\":\"alice@example.com\"}").getBoolean("fetched"));
            }

            assertEquals(1, api.connections());
            assertEquals(1, login.connections());
        }
    }

    @Test
    void hostThatCannotBeReachedDoesNotStopTheStart() throws Exception {
        api.goDown();
        try (var function = start().ready()) {
            assertEquals(1, login.count(Call.TOKEN));
            api.comeUp();

            assertEquals("session-1", function.answer("{\"userId\":\"user-1\"}").getString("id"));
        }
    }

    private NativeFunction start() throws IOException {
        return new NativeFunction(NativeFunction.on(login.url(), "GENESYS_API_URL", api.url()));
    }
}
