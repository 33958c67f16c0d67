package cobrowse.resilience;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class CircuitTest extends FakeTests {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    @Test
    void circuitOpensFailsFastAndCloses() {
        genesys.answers(Call.FETCH, Answer.status(500));
        var open = until(CircuitTest::isOpen, FakeTests::fetch);
        open.then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", is("genesys-unavailable"))
                .body("retryable", is(true));

        var asked = genesys.count(Call.FETCH);
        var began = System.nanoTime();
        fetch().then().statusCode(503);
        assertThat(since(began), lessThan(BUDGET));
        assertThat("asked", genesys.count(Call.FETCH), is(asked));

        startWithEmail().then().statusCode(201).body("fetched", is(false));

        genesys.answers(Call.FETCH, Call.FETCH.usual());
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
            startWithUser().then().statusCode(502).body("code", is("genesys-rejected"));
        }
        assertThat(genesys.count(Call.FETCH), is(50));
        assertThat(genesys.count(Call.START), is(50));
    }

    private static boolean isOpen(Response response) {
        return response.<String>path("detail").contains("failed too often");
    }

    private static Response until(java.util.function.Predicate<Response> met, Supplier<Response> request) {
        var began = System.nanoTime();
        while (true) {
            var response = request.get();
            if (met.test(response)) {
                return response;
            }
            assertThat("time", since(began), lessThan(LONGEST));
        }
    }
}
