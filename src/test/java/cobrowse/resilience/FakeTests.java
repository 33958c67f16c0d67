package cobrowse.resilience;

import static io.restassured.RestAssured.given;

import cobrowse.fake.FakeGenesys;
import cobrowse.fake.FunctionTests;
import cobrowse.fake.OnFakeGenesys;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** The function against a Genesys that misbehaves on request. */
abstract class FakeTests extends FunctionTests {
    static final Duration DEADLINE = OnFakeGenesys.DEADLINE;

    FakeGenesys genesys;

    @BeforeEach
    void healthy() {
        genesys.reset();
    }

    static Response startWithUser() {
        return start("{\"userId\":\"user-1\"}");
    }

    static Response startWithEmail() {
        return start("{\"email\":\"alice@example.com\"}");
    }

    static Response fetch() {
        return given().get(PATH + "/session-1");
    }

    static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
