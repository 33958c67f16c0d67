package cobrowse.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.fake.FunctionTests;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The function, every response of which is verified against the document. */
final class DocumentedFunction {
    static final String COLLECTION = FunctionTests.PATH;
    static final String ONE = COLLECTION + "/{id}";

    /** How an answer travels is no matter of the contract; nor does OpenAPI have Content-Type among the headers. */
    private static final Set<String> OF_HTTP = Set.of("content-type", "content-length", "transfer-encoding");

    private static final ObjectMapper JSON = new ObjectMapper();

    private DocumentedFunction() {}

    static Response start(String request) {
        return start(given(), request);
    }

    static Response start(RequestSpecification given, String request) {
        var answer = FunctionTests.start(given, request);
        return matches(answer, response("post", COLLECTION, answer.statusCode()));
    }

    static Response fetch(String id) {
        var answer = given().get(ONE, id);
        return matches(answer, response("get", ONE, answer.statusCode()));
    }

    static Response end(String id) {
        var answer = given().delete(ONE + "?deploymentId=deployment-demo", id);
        return matches(answer, response("delete", ONE, answer.statusCode()));
    }

    /** A request as the examples have it. */
    static RequestSpecification given() {
        return RestAssured.given().header("X-Correlation-Id", "order-4711");
    }

    static JsonNode response(String method, String path, int status) {
        return Document.at("paths", path, method, "responses", "" + status);
    }

    static Response matches(Response answer, JsonNode documented) {
        assertFalse(documented.isMissingNode(), "HTTP " + answer.statusCode() + " is not documented");
        if (answer.statusCode() == 204) {
            assertTrue(documented.path("content").isMissingNode());
            assertEquals("", answer.asString());
        } else {
            contentMatches(answer, documented);
        }
        headersMatch(answer, documented.path("headers"));
        assertEquals("order-4711", answer.header("X-Correlation-Id"));
        assertEquals("no-store", answer.header("Cache-Control"));
        return answer;
    }

    private static void contentMatches(Response answer, JsonNode documented) {
        var mediaType = answer.contentType().replace(";charset=UTF-8", "");
        var media = documented.path("content").path(mediaType);
        assertFalse(media.isMissingNode(), mediaType + " is not documented");
        assertEquals(List.of(), Document.errors(media.path("schema"), body(answer)));
        var retryAfter = body(answer).path("retryAfter");
        assertEquals(retryAfter.isMissingNode() ? null : retryAfter.asText(), answer.header("Retry-After"));
    }

    static JsonNode body(Response answer) {
        return json(answer.asString());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private static void headersMatch(Response answer, JsonNode documented) {
        var sent = answer.headers().asList().stream()
                .map(header -> header.getName().toLowerCase())
                .filter(name -> !OF_HTTP.contains(name))
                .collect(Collectors.toSet());
        var known = documented
                .propertyStream()
                .map(header -> header.getKey().toLowerCase())
                .collect(Collectors.toSet());
        assertTrue(known.containsAll(sent), () -> sent + " are more than " + known);
        documented.properties().forEach(entry -> {
            var header = Document.resolved(entry.getValue());
            if (header.path("required").asBoolean()) {
                assertTrue(sent.contains(entry.getKey().toLowerCase()), entry.getKey());
            }
            for (Header value : answer.headers().getList(entry.getKey())) {
                assertEquals(
                        List.of(),
                        Document.errors(header.path("schema"), new TextNode(value.getValue())),
                        value.toString());
            }
        });
    }
}
