package cobrowse.fake;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The function as its callers see it. */
public abstract class FunctionTests {
    public static final String PATH = "/v1/cobrowse-sessions";

    public static Response start(String request) {
        return start(given(), request);
    }

    public static Response start(String request, String key) {
        return start(given().header("Idempotency-Key", key), request);
    }

    public static Response start(RequestSpecification given, String request) {
        return given.contentType(ContentType.JSON).body(request).post(PATH);
    }

    /** @param event as Lambda gets it; {@code '} stands for {@code "} */
    public static Response invoke(String event) {
        return given().contentType(ContentType.JSON)
                .body(event.replace('\'', '"'))
                .post("/_lambda_");
    }
}
