package cobrowse.resilience;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys.Request;
import cobrowse.fake.FakeTests;
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
        assertEquals("application/json", request.headers().get("content-type"));
        assertEquals("0", request.headers().get("content-length"));
        assertNull(request.headers().get("transfer-encoding"));
        assertEquals("", request.body());
    }

    @Test
    void everyRequestNamesTheVersionAndAsksForJson() throws InterruptedException {
        genesys.answersOnce(Call.SEARCH, Answer.status(401));
        startWithEmail().then().statusCode(201);

        for (var call : new Call[] {Call.SEARCH, Call.TOKEN, Call.SEARCH, Call.START, Call.FETCH}) {
            var request = next(call);
            assertThat(request.headers().get("user-agent"), matchesPattern("cobrowse-function/\\d\\S*"));
            assertEquals("application/json", request.headers().get("accept"));
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
