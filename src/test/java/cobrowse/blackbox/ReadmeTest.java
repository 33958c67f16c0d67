package cobrowse.blackbox;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.failure.Code;
import cobrowse.fake.OnStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows, works. */
@QuarkusTest
@TestProfile(OnStandIn.class)
class ReadmeTest extends StandInTests {
    private final String readme = Files.readString(Path.of("README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void requestOfTheCurlLineStartsASession() {
        for (var request : examples("-d")) {
            start(request).then().statusCode(201).body(member("id", startsWith("session-")));
        }
    }

    @Test
    void eventsOfTheShellExamplesStartASession() {
        for (var option : List.of("--payload", "--input")) {
            for (var event : examples(option)) {
                invoke(event).then().statusCode(200);
            }
        }
    }

    @Test
    void retryOfTheStepFunctionsExampleIsInTheStateMachine() throws IOException {
        var retry = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertTrue(retry.find());
        var stateMachine = withoutSpace(Files.readString(Path.of("statemachine/cobrowse.asl.json")));
        assertTrue(stateMachine.contains(withoutSpace(retry.group(1)).substring(1)), stateMachine);
    }

    @Test
    void everyCodeIsExplained() {
        for (var code : Code.values()) {
            assertTrue(readme.contains("`" + code + "`"), code::toString);
        }
    }

    private List<String> examples(String option) {
        var values = Pattern.compile(option + " '(\\{.*?})'")
                .matcher(readme)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
        assertFalse(values.isEmpty(), option);
        return values;
    }

    private static String withoutSpace(String json) {
        return json.replaceAll("\\s", "");
    }
}
