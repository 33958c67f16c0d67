package cobrowse.fake;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** The function against a Genesys that misbehaves on request. */
public abstract class FakeTests extends FunctionTests {
    protected static final Duration DEADLINE = OnFakeGenesys.DEADLINE;

    protected FakeGenesys genesys;

    @BeforeEach
    void healthy() {
        genesys.reset();
    }

    protected static Response startWithUser() {
        return start("{\"userId\":\"user-1\"}");
    }

    /** @param key for {@code Idempotency-Key} */
    protected static Response startWithUser(String key) {
        return start("{\"userId\":\"user-1\"}", key);
    }

    protected static Response startWithEmail() {
        return start("{\"email\":\"alice@example.com\"}");
    }

    protected static Response fetch() {
        return given().get(PATH + "/session-1");
    }

    /** The only way from outside: a token that lives no time at all is not kept. */
    protected void dropTheToken() {
        genesys.answersOnce(Call.FETCH, Answer.status(401));
        genesys.answers(Call.TOKEN, Answer.json(200, "{\"access_token\":\"fake\",\"expires_in\":0}"));
        fetch().then().statusCode(200);
        genesys.reset();
    }

    protected static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
