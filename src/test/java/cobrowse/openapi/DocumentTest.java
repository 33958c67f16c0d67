package cobrowse.openapi;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertAll;

import cobrowse.genesys.CobrowseSession;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document agrees with itself, and with the session that it describes. */
class DocumentTest {
    @Test
    void examplesAreValid() {
        var examples = Document.at().findParents("schema").stream()
                .flatMap(of -> Document.examples(of).map(example -> new Object[] {of.path("schema"), example}))
                .toList();

        assertThat("there are some", examples.size() > 20);
        assertAll(examples.stream()
                .map(pair -> () -> assertThat(
                        pair[1].toString(), Document.errors((JsonNode) pair[0], (JsonNode) pair[1]), is(empty()))));
    }

    @Test
    void problemsStandUnderTheirStatus() {
        var problems = 0;
        for (var operation : Document.at("paths").findValues("responses")) {
            for (var response : operation.properties()) {
                var schema = Document.resolved(response.getValue()).at("/content/application~1problem+json/schema");
                for (var problem : problems(schema).toList()) {
                    assertThat(problem.at("/properties/status/const").asText(), is(response.getKey()));
                    problems++;
                }
            }
        }
        assertThat("there are some", problems > 20);
    }

    @Test
    void sessionHasTheMembersThatItsSchemaHas() {
        var members = Arrays.stream(CobrowseSession.class.getRecordComponents())
                .map(component -> component.getName())
                .collect(Collectors.toSet());
        members.add("fetched");

        var documented = new HashSet<String>();
        Document.at("components", "schemas", "Session", "properties")
                .fieldNames()
                .forEachRemaining(documented::add);
        assertThat(documented, is(members));
    }

    private static Stream<JsonNode> problems(JsonNode schema) {
        var alternatives = schema.has("oneOf") ? schema.path("oneOf").valueStream() : Stream.of(schema);
        return alternatives.filter(one -> !one.isMissingNode()).map(Document::resolved);
    }
}
