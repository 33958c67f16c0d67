package cobrowse.openapi;

import static cobrowse.openapi.DocumentedFunction.body;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The one failure that takes {@code CALLER_POLICY=strict}. */
@QuarkusTest
@WithTestResource(CallerNotAllowedTest.Strict.class)
class CallerNotAllowedTest {
    public static class Strict extends OnFakeGenesys {
        @Override
        public Map<String, String> start() {
            var config = new HashMap<>(super.start());
            config.put("caller.policy", "strict");
            return config;
        }
    }

    @Test
    void callerIsRefusedAsInTheExample() {
        var example = Document.at("components", "examples", "CallerNotAllowed", "value");

        assertThat(body(DocumentedFunction.start("{\"userId\":\"user-1\"}")), is(example));
        assertThat(body(DocumentedFunction.fetch("session-1")), is(example));
    }
}
