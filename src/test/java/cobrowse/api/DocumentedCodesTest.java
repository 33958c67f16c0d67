package cobrowse.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.openapi.Document;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.EnumSet;
import java.util.List;
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
        assertEquals(
                List.of(List.of()),
                documented.map(schema -> Document.errors(schema, problem)).toList());
    }

    @Test
    void everyDocumentedCodeExists() {
        var documented = schemas()
                .map(DocumentedCodesTest::code)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());

        assertEquals(codes().stream().map(Code::toString).collect(Collectors.toSet()), documented);
    }

    private static Stream<JsonNode> schemas() {
        return Document.at("components", "schemas").valueStream();
    }

    private static String code(JsonNode schema) {
        return schema.at("/properties/code/const").asText();
    }
}
