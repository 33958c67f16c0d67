package cobrowse.resilience;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys.Request;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** The requests as they arrive at Genesys, byte for byte what its SDKs send. */
@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class RequestsTest extends FakeTests {
    @Test
    void startWithoutABodySaysSo() throws InterruptedException {
        start("{\"conversationId\":\"conversation-1\"}").then().statusCode(201);

        var request = next(Call.START_IN_CONVERSATION);
        assertThat(request.headers().get("content-type"), is("application/json"));
        assertThat(request.headers().get("content-length"), is("0"));
        assertThat(request.headers().get("transfer-encoding"), nullValue());
        assertThat(request.body(), is(""));
    }

    @Test
    void everyRequestNamesTheVersionAndAsksForJson() throws InterruptedException {
        genesys.answersOnce(Call.SEARCH, Answer.status(401));
        startWithEmail().then().statusCode(201);

        for (var call : new Call[] {Call.SEARCH, Call.TOKEN, Call.SEARCH, Call.START, Call.FETCH}) {
            var request = next(call);
            assertThat(request.headers().get("user-agent"), matchesPattern("cobrowse-function/\\d\\S*"));
            assertThat(request.headers().get("accept"), is("application/json"));
        }
    }

    private Request next(Call call) throws InterruptedException {
        var request = genesys.requests().take();
        while (request.call() != call) {
            request = genesys.requests().take();
        }
        return request;
    }
}
