package cobrowse.api;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.openapi.Document;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/openapi.yaml} has the codes that there are, each with its type, title, status and retryable. */
class DocumentedCodesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new Jdk8Module());

    /** What is no HTTP event cannot be answered over HTTP. */
    static Set<Code> codes() {
        return EnumSet.complementOf(EnumSet.of(Code.UNSUPPORTED_EVENT));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void codeIsDocumented(Code code) {
        var problem = MAPPER.valueToTree(Problem.of(new Failure(code, "Because."), "order-4711"));

        var documented = schemas().filter(schema -> code(schema).equals(code.toString()));
        assertThat(
                documented
                        .map(schema -> Document.errors(schema, problem).toString())
                        .toList(),
                contains("[]"));
    }

    @Test
    void everyDocumentedCodeExists() {
        var documented = schemas()
                .map(DocumentedCodesTest::code)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());

        assertThat(documented, is(codes().stream().map(Code::toString).collect(Collectors.toSet())));
    }

    private static Stream<JsonNode> schemas() {
        return Document.at("components", "schemas").valueStream();
    }

    private static String code(JsonNode schema) {
        return schema.at("/properties/code/const").asText();
    }
}
