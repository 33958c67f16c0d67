package cobrowse.openapi;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.genesys.CobrowseSession;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document agrees with itself, and with the session that it describes. */
class DocumentTest {
    @Test
    void examplesAreValid() {
        var examples = Document.at().findParents("schema").stream()
                .flatMap(of -> Document.examples(of).map(example -> new Object[] {of.path("schema"), example}))
                .toList();

        assertTrue(examples.size() > 20, "there are too few");
        assertAll(examples.stream()
                .map(pair -> () -> assertEquals(
                        List.of(), Document.errors((JsonNode) pair[0], (JsonNode) pair[1]), pair[1].toString())));
    }

    @Test
    void problemsStandUnderTheirStatus() {
        var problems = 0;
        for (var operation : Document.at("paths").findValues("responses")) {
            for (var response : operation.properties()) {
                var schema = Document.resolved(response.getValue()).at("/content/application~1problem+json/schema");
                for (var problem : problems(schema).toList()) {
                    assertEquals(
                            response.getKey(),
                            problem.at("/properties/status/const").asText());
                    problems++;
                }
            }
        }
        assertTrue(problems > 20, "there are too few");
    }

    @Test
    void sessionHasTheMembersThatItsSchemaHas() {
        var members = new HashSet<>(CobrowseSession.MEMBERS);
        members.add("fetched");

        var documented = new HashSet<String>();
        Document.at("components", "schemas", "Session", "properties")
                .fieldNames()
                .forEachRemaining(documented::add);
        assertEquals(members, documented);
    }

    private static Stream<JsonNode> problems(JsonNode schema) {
        var alternatives = schema.has("oneOf") ? schema.path("oneOf").valueStream() : Stream.of(schema);
        return alternatives.filter(one -> !one.isMissingNode()).map(Document::resolved);
    }
}
