package cobrowse.lambda;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys;
import java.io.IOException;
import java.time.Duration;
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
            assertThat(login.count(Call.TOKEN), is(1));
            assertThat(api.connections(), is(1));
            assertThat(api.requests().size(), is(0));

            for (var i = 0; i < 3; i++) {
                assertThat(function.answer("{\"email\":\"alice@example.com\"}").getBoolean("fetched"), is(true));
            }

            assertThat(api.connections(), is(1));
            assertThat(login.connections(), is(1));
        }
    }

    @Test
    void hostThatCannotBeReachedDoesNotStopTheStart() throws Exception {
        api.goDown();
        try (var function = start().ready()) {
            assertThat(login.count(Call.TOKEN), is(1));
            api.comeUp();

            assertThat(function.answer("{\"userId\":\"user-1\"}").getString("id"), is("session-1"));
        }
    }

    @Test
    void initPhaseIsOverInTime() throws Exception {
        login.answers(Call.TOKEN, Answer.silence());
        var began = System.nanoTime();
        try (var function = start().ready()) {
            assertThat(Duration.ofNanos(System.nanoTime() - began), lessThan(Duration.ofSeconds(7)));
            assertThat(function.log(), containsString("No token yet"));
        }
    }

    private NativeFunction start() throws IOException {
        return new NativeFunction(NativeFunction.on(login.url(), "GENESYS_API_URL", api.url()));
    }
}
