package cobrowse.resilience;

import static io.restassured.RestAssured.given;

import cobrowse.fake.FakeGenesys;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** The function against a Genesys that misbehaves on request, with two seconds for a request. */
abstract class FakeTests {
    static final String PATH = "/v1/cobrowse-sessions";
    static final Duration BUDGET = Duration.ofSeconds(2);

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

    static Response start(String request) {
        return given().contentType(ContentType.JSON).body(request).post(PATH);
    }

    static Response fetch() {
        return given().get(PATH + "/session-1");
    }

    static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
