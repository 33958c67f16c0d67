package cobrowse.resilience;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeTests;
import cobrowse.fake.JsonBody;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class CircuitTest extends FakeTests {
    private static final Duration MAX_WAIT = Duration.ofSeconds(30);

    @Test
    void circuitOpensFailsFastAndCloses() {
        // Not repeated: there is no time for that wait.
        genesys.answers(Call.FETCH, Answer.status(503, "Retry-After: 60"));
        var open = until(CircuitTest::isOpen, FakeTests::fetch);
        open.then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body(member("code", is("genesys-unavailable")))
                .body(member("retryable", is(true)));

        var asked = genesys.count(Call.FETCH);
        fetch().then().statusCode(503);
        assertEquals(asked, genesys.count(Call.FETCH));

        startWithEmail().then().statusCode(201).body(member("fetched", is(false)));

        genesys.answers(Call.FETCH, Call.FETCH.healthyResponse());
        until(response -> response.statusCode() == 200, FakeTests::fetch);
        for (var i = 0; i < 20; i++) {
            fetch().then().statusCode(200);
        }
    }

    @Test
    void faultsOfTheCallerNeverOpenIt() {
        genesys.answers(Call.FETCH, Answer.status(404));
        genesys.answers(Call.START, Answer.status(400));
        for (var i = 0; i < 50; i++) {
            fetch().then().statusCode(404);
            startWithUser().then().statusCode(502).body(member("code", is("genesys-rejected")));
        }
        assertEquals(50, genesys.count(Call.FETCH));
        assertEquals(50, genesys.count(Call.START));
    }

    private static boolean isOpen(Response response) {
        return JsonBody.<String>member(response, "detail").contains("failed too often");
    }

    private static Response until(Predicate<Response> met, Supplier<Response> request) {
        var began = System.nanoTime();
        while (true) {
            var response = request.get();
            if (met.test(response)) {
                return response;
            }
            assertTrue(since(began).compareTo(MAX_WAIT) < 0);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
