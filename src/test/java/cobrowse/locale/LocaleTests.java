package cobrowse.locale;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.aws.DynamoDbLocal;
import cobrowse.aws.OnDynamoDbLocal;
import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The function on a machine that speaks another language: what callers, Genesys and AWS write is understood, and what they
 * read is the same. In Turkish and Azerbaijani the small letter of an I has no dot; a Thai machine may have digits and years
 * of its own.
 */
abstract class LocaleTests {
    /** Words with an I, in capitals. */
    static final Map<String, String> IN_CAPITALS = Map.of(
            "genesys.client-authentication", "BASIC",
            "genesys.user-lookup", "LIST",
            "genesys.region", "MYPURECLOUD.IE");

    private static final ObjectMapper JSON = new ObjectMapper();

    FakeGenesys genesys;
    DynamoDbLocal dynamoDb;

    /** @param event of an HTTP API */
    abstract String invoke(String event) throws Exception;

    @BeforeEach
    void healthy() throws Exception {
        genesys.reset();
        genesys.answers(Call.LIST, Answer.json(200, """
                {"entities":[{"id":"I-1","email":"ivi@example.com","state":"active"}]}"""));
    }

    @Test
    void requestInCapitalsStartsOneSession() throws Exception {
        var key = "INDIGO-" + UUID.randomUUID();

        var answer = post(key, "IVI@EXAMPLE.COM");

        assertEquals(201, answer.path("statusCode").asInt(), answer::toString);
        assertEquals("ID-I", header(answer, "X-Correlation-Id"));
        assertEquals("/v1/cobrowse-sessions/session-1", header(answer, "Location"));
        assertEquals("I-1", body(answer).path("userId").asText());
        assertEquals(body(answer), body(post(key, "IVI@EXAMPLE.COM")));
        assertEquals(1, genesys.count(Call.START));
        assertThat(dynamoDb.scan(OnDynamoDbLocal.TABLE), matchesPattern("\\p{ASCII}+"));
    }

    @Test
    void refusalInCapitalsIsUnderstood() throws Exception {
        genesys.answers(
                Call.START, Answer.json(403, "{\"code\":\"MISSING.PERMISSIONS\"}", "ININ-CORRELATION-ID: FAKE-I"));

        var problem = body(post("INDIGO-" + UUID.randomUUID(), "IVI@EXAMPLE.COM"));

        assertEquals("genesys-permission-missing", problem.path("code").asText());
        assertEquals("FAKE-I", problem.at("/genesys/correlationId").asText());
        assertThat(problem.toString(), matchesPattern("\\p{ASCII}+"));
    }

    /** Later than anybody waits: a day is passed on. */
    @Test
    void dateInCapitalsIsUnderstood() throws Exception {
        genesys.answers(Call.START, Answer.status(429, "RETRY-AFTER: FRI, 06 APR 2096 08:49:37 GMT"));

        var answer = post("INDIGO-" + UUID.randomUUID(), "IVI@EXAMPLE.COM");

        assertEquals("86400", header(answer, "Retry-After"));
        assertEquals("genesys-rate-limited", body(answer).path("code").asText());
    }

    @Test
    void addressOfAnotherLetterIsNotTaken() throws Exception {
        genesys.answers(Call.LIST, Answer.json(200, """
                {"entities":[{"id":"I-1","email":"\\u0131v\\u0131@example.com","state":"active"}]}"""));

        var answer = post("INDIGO-" + UUID.randomUUID(), "IVI@EXAMPLE.COM");

        assertEquals("target-not-found", body(answer).path("code").asText());
    }

    private JsonNode post(String key, String email) throws Exception {
        var event = JSON.createObjectNode().put("version", "2.0").put("rawPath", "/v1/cobrowse-sessions");
        event.putObject("requestContext").putObject("http").put("method", "POST");
        event.putObject("headers")
                .put("CONTENT-TYPE", "APPLICATION/JSON")
                .put("IDEMPOTENCY-KEY", key)
                .put("X-CORRELATION-ID", "ID-I");
        event.put("body", JSON.createObjectNode().put("email", email).toString());
        return JSON.readTree(invoke(event.toString()));
    }

    private static JsonNode body(JsonNode answer) throws Exception {
        return JSON.readTree(answer.path("body").asText());
    }

    private static String header(JsonNode answer, String name) {
        return answer.path("headers").path(name).asText();
    }
}
