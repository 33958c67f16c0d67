package cobrowse.openapi;

import static cobrowse.openapi.DocumentedFunction.body;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.fake.OnStandInForCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** The one failure that takes {@code CALLER_POLICY=strict}. */
@QuarkusTest
@TestProfile(OnStandInForCallers.class)
class CallerNotAllowedTest {
    @Test
    void callerIsRefusedAsInTheExample() {
        var example = Document.at("components", "examples", "CallerNotAllowed", "value");

        assertEquals(example, body(DocumentedFunction.start("{\"userId\":\"user-1\"}")));
        assertEquals(example, body(DocumentedFunction.fetch("session-1")));
    }
}
