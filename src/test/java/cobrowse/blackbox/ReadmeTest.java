package cobrowse.blackbox;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

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
            start(request).then().statusCode(201).body("fetched", is(true));
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
        assertThat(retry.find(), is(true));
        assertThat(
                withoutSpace(Files.readString(Path.of("statemachine/cobrowse.asl.json"))),
                containsString(withoutSpace(retry.group(1)).substring(1)));
    }

    @Test
    void everyCodeIsExplained() {
        for (var code : Code.values()) {
            assertThat(readme, containsString("`" + code + "`"));
        }
    }

    private List<String> examples(String option) {
        var values = Pattern.compile(option + " '(\\{.*?})'")
                .matcher(readme)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
        assertThat(option, values, not(empty()));
        return values;
    }

    private static String withoutSpace(String json) {
        return json.replaceAll("\\s", "");
    }
}
