package cobrowse.openapi;

import static cobrowse.openapi.DocumentedFunction.COLLECTION;
import static cobrowse.openapi.DocumentedFunction.ONE;
import static cobrowse.openapi.DocumentedFunction.body;
import static cobrowse.openapi.DocumentedFunction.end;
import static cobrowse.openapi.DocumentedFunction.fetch;
import static cobrowse.openapi.DocumentedFunction.given;
import static cobrowse.openapi.DocumentedFunction.json;
import static cobrowse.openapi.DocumentedFunction.matches;
import static cobrowse.openapi.DocumentedFunction.response;
import static cobrowse.openapi.DocumentedFunction.start;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys;
import cobrowse.fake.OnFakeGenesys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/openapi.yaml} and the function say the same; the examples are the function's own words. */
@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class OpenApiTest {
    private static final JsonNode REQUEST =
            Document.at("paths", COLLECTION, "post", "requestBody", "content", "application/json");

    FakeGenesys genesys;

    @BeforeEach
    void healthy() {
        genesys.reset();
    }

    static Stream<JsonNode> requests() {
        return Document.examples(REQUEST);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void documentedRequestSucceeds(JsonNode request) {
        start(request.toString()).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "['userId']",
                "null",
                "{'userId':'u','email':'a@example.com'}",
                "{'userId':'u','conversationId':'c'}",
                "{'userId':'u','deploymentId':'d'}",
                "{'conversationId':'c','type':'remote'}",
                "{'conversationId':'c','initiatorId':'i'}",
                "{'userId':'u','type':'Remote'}",
                "{'userId':'u','name':'n'}",
                "{'userId':''}",
                "{'userId':7}",
                "{'userId':'../x'}",
                "{'userId':'12345678901234567890123456789012345678901234567890123456789012345'}",
                "{'email':'nobody'}",
                "{'email':'a@b@c'}",
                "{'email':'a b@example.com'}"
            })
    void wrongRequestIsRefusedByBoth(String wrong) {
        var request = wrong.replace('\'', '"');

        assertFalse(Document.errors(REQUEST.path("schema"), json(request)).isEmpty());
        start(request).then().statusCode(400);
    }

    @Test
    void sessionsAreTheExamples() {
        var withUser = session("SessionWithUser");
        genesys.answers(Call.FETCH, said(withUser));
        genesys.answers(Call.START, Answer.json(200, "{\"id\":\"session-demo\"}"));
        assertEquals(withUser, body(start("{\"userId\":\"user-alice\"}")));
        genesys.answers(Call.SEARCH, Answer.json(200, Call.SEARCH.json().replace("user-1", "user-alice")));
        assertEquals(withUser, body(start("{\"email\":\"alice@example.com\"}")));
        assertEquals(withUser, body(fetch("session-demo")));

        var inConversation = session("SessionInConversation");
        genesys.answers(Call.START_IN_CONVERSATION, said(inConversation));
        assertEquals(
                inConversation,
                body(start("{\"conversationId\":\"conversation-demo\",\"deploymentId\":\"deployment-demo\"}")));

        var notFetched = session("SessionNotFetched");
        genesys.answers(Call.START, said(notFetched));
        genesys.answers(Call.FETCH, Answer.status(404));
        assertEquals(notFetched, body(start("{\"userId\":\"user-alice\"}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "'userId':'u','email':'e@x' | START  | 200                     | 400 | invalidRequest",
                "'userId':'user-1'          | START  | 404 not.found           | 404 | targetNotFound",
                "'email':'nobody@example.com' | SEARCH | 200 {'total':0}       | 404 | nobodyHasThisEmail",
                "'email':'a@x'              | SEARCH | 200 {'results':[{'id':'1','email':'a@x','state':'active'},{'id':'2','email':'a@x','state':'active'}]}"
                        + " | 409 | targetAmbiguous",
                "'email':'a@x'              | SEARCH | 200 {'results':[{'id':'1','email':'a@x','state':'inactive'}]}"
                        + " | 409 | targetInactive",
                "'userId':'user-1'          | START  | 401 bad.credentials     | 502 | genesysCredentialsRejected",
                "'userId':'user-1'          | START  | 403 missing.permissions | 502 | genesysPermissionMissing",
                "'userId':'user-1'          | START  | 400 bad.request         | 502 | genesysRejected",
                "'userId':'user-1'          | START  | 429 too.many.requests   | 503 | genesysRateLimited",
                "'email':'a@x'              | SEARCH | 503 service.unavailable | 503 | genesysUnavailable",
                "'email':'a@x'              | SEARCH | silence                 | 504 | genesysTimeout",
                "'userId':'user-1'          | START  | 502 bad.gateway         | 504 | outcomeUnknown"
            })
    void startFailsAsInTheExample(String request, Call call, String answer, int status, String example) {
        genesys.answers(call, answer(answer));

        var failed = start("{" + request.replace('\'', '"') + "}");

        failed.then().statusCode(status);
        assertEquals(example(response("post", COLLECTION, status), example), body(failed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a*b       | 200                     | 400 | invalidId",
                "session-1 | 404 not.found           | 404 | sessionNotFound",
                "session-1 | 403 missing.permissions | 502 | fetchNotPermitted",
                "session-1 | 503 service.unavailable | 503 | fetchUnavailable",
                "session-1 | silence                 | 504 | fetchTimedOut",
                "session-1 | 401 bad.credentials     | 502 |",
                "session-1 | 400 bad.request         | 502 |",
                "session-1 | 429 too.many.requests   | 503 |"
            })
    void fetchFailsAsInTheExample(String id, String answer, int status, String example) {
        genesys.answers(Call.FETCH, answer(answer));

        var failed = fetch(id);

        failed.then().statusCode(status);
        if (example != null) {
            assertEquals(example(response("get", ONE, status), example), body(failed));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "session-1 | 200 {}                  | 204 |",
                "a*b       | 200 {}                  | 400 |",
                "session-1 | 404 not.found           | 404 | endedSessionNotFound",
                "session-1 | 400 bad.request         | 502 | endRejected",
                "session-1 | 403 missing.permissions | 502 |",
                "session-1 | 401 bad.credentials     | 502 |",
                "session-1 | 503 service.unavailable | 503 | endUnavailable",
                "session-1 | 429 too.many.requests   | 503 |",
                "session-1 | silence                 | 504 | endTimedOut"
            })
    void endIsAsInTheExample(String id, String answer, int status, String example) {
        genesys.answers(Call.END, answer(answer));

        var ended = end(id);

        ended.then().statusCode(status);
        if (example != null) {
            assertEquals(example(response("delete", ONE, status), example), body(ended));
        }
    }

    @Test
    void endWithoutADeploymentFailsAsInTheExample() {
        var refused = matches(given().delete(ONE, "session-1"), response("delete", ONE, 400));

        assertEquals(example(response("delete", ONE, 400), "noDeployment"), body(refused));
    }

    /** The document and the function take the same ids; an answer has a Location only if the GET takes it. */
    @ParameterizedTest
    @CsvSource({"a.b, true", "urn:s:1, true", "~a_b-C9, true", "..., true", ".., false", "., false", "a*b, false"})
    void idsAreTheSame(String id, boolean valid) {
        var parameter = Document.at("components", "parameters", "SessionId", "schema");
        assertEquals(valid, Document.errors(parameter, new TextNode(id)).isEmpty());
        genesys.answers(Call.START, Answer.json(200, "{\"id\":\"" + id + "\"}"));
        genesys.answers(Call.FETCH, Answer.json(200, "{\"id\":\"" + id + "\"}"));

        var location = start("{\"userId\":\"user-alice\"}").header("Location");

        assertEquals(valid ? COLLECTION + "/" + id : null, location);
        if (valid) {
            fetch(id).then().statusCode(200);
        }
    }

    @Test
    void idempotencyKeyFailsAsInTheExample() {
        var key = UUID.randomUUID().toString();
        start(given().header("Idempotency-Key", key), "{\"userId\":\"user-1\"}");
        var reused = start(given().header("Idempotency-Key", key), "{\"userId\":\"user-2\"}");
        assertEquals(example(response("post", COLLECTION, 422), "idempotencyKeyReused"), body(reused));

        var schema = Document.at("components", "parameters", "IdempotencyKey", "schema");
        assertFalse(Document.errors(schema, new TextNode("a b")).isEmpty());
        start(given().header("Idempotency-Key", "a b"), "{\"userId\":\"user-1\"}")
                .then()
                .statusCode(400);
    }

    @Test
    void whatHttpRefusesIsAsInTheExample() {
        isRefused(given().get("/nowhere"), Document.at("components", "responses", "NotFound"), "NotFound");
        var methodNotAllowed = Document.at("components", "responses", "MethodNotAllowed");
        isRefused(given().delete(COLLECTION), methodNotAllowed, "MethodNotAllowed");
        isRefused(given().put(ONE, "session-1"), methodNotAllowed, "MethodNotAllowed");
        var html = given().accept("text/html").get(ONE, "session-1");
        isRefused(html, response("get", ONE, 406), "NotAcceptable");
        var text = given().contentType(ContentType.TEXT).body("hello").post(COLLECTION);
        isRefused(text, response("post", COLLECTION, 415), "UnsupportedMediaType");
    }

    private static void isRefused(Response refused, JsonNode documented, String name) {
        matches(refused, documented);
        assertEquals(body(refused).path("status").asInt(), refused.statusCode());
        assertEquals(Document.at("components", "examples", name, "value"), body(refused));
    }

    private static JsonNode session(String example) {
        return Document.at("components", "examples", example, "value");
    }

    private static JsonNode example(JsonNode documented, String name) {
        return Document.resolved(documented
                        .path("content")
                        .path("application/problem+json")
                        .path("examples")
                        .path(name))
                .path("value");
    }

    private static Answer said(JsonNode session) {
        return Answer.json(
                200, ((ObjectNode) session.deepCopy()).without("fetched").toString());
    }

    /** @param text a status and Genesys' code or a body, or {@code silence} */
    private static Answer answer(String text) {
        if (text.equals("silence")) {
            return Answer.silence();
        }
        var status = Integer.parseInt(text.substring(0, 3));
        var rest = text.substring(3).strip().replace('\'', '"');
        return Answer.json(
                status,
                status == 200 ? rest : "{\"code\":\"" + rest + "\"}",
                "ININ-Correlation-Id: 0c4a9d5e-7f52-4a3e-8a0b-6a1f0b8e2c33",
                "Retry-After: 60");
    }
}
