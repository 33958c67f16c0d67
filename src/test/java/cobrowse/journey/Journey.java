package cobrowse.journey;

import cobrowse.aws.OnDynamoDbLocal;
import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeGenesys;
import cobrowse.fake.FunctionTests;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * One POST by e-mail address with an idempotency key, over HTTP, with DynamoDB and a token pool in which there is no token
 * yet. {@code .ci/journey} runs this, looks on which files have code that runs between {@link #begins} and {@link #ends}, and
 * prints with them what this writes: the frames of the function's own code on the stack that waits while Genesys reads the
 * request to start a session.
 */
@QuarkusTest
@TestProfile(Journey.Cold.class)
class Journey extends FunctionTests {
    private static final Path FRAMES = Path.of("target", "journey.txt");

    /** Set by {@link OnFakeGenesys}. */
    FakeGenesys genesys;

    @Test
    void postByEmailAddress() throws IOException {
        // What is made once, by the first request of all, is not on the way; this one is refused before it asks
        // anybody.
        start("{}").then().statusCode(400);
        genesys.reset();
        genesys.answers(Call.START, (socket, end) -> {
            writeFrames();
            Call.START.healthyResponse().write(socket, end);
        });
        begins();
        var answer = start("{\"email\":\"alice@example.com\"}", "journey");
        ends();
        answer.then().statusCode(201);
    }

    private static void begins() {}

    private static void ends() {}

    private static void writeFrames() throws IOException {
        var frames = Thread.getAllStackTraces().values().stream()
                .map(Journey::own)
                .filter(own -> own.stream().anyMatch(frame -> frame.contains("Resource.start")))
                .findFirst()
                .orElse(List.of());
        var lines = new ArrayList<String>();
        lines.add("frames: " + frames.size());
        lines.add("lambdas: "
                + frames.stream().filter(frame -> frame.contains(".lambda$")).count());
        lines.addAll(frames);
        Files.write(FRAMES, lines);
    }

    private static List<String> own(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame -> isInMainCode(frame.getClassName(), frame.getFileName()))
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .toList();
    }

    /** Quarkus' generated classes are in the same packages, but in no file. */
    private static boolean isInMainCode(String type, String file) {
        var folder = type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/');
        return type.startsWith("cobrowse.") && file != null && Files.exists(Path.of("src/main/java", folder, file));
    }

    /** No token is to be had until the function has started. */
    public static class Cold extends OnFakeGenesys {
        @Override
        public Map<String, String> getConfigOverrides() {
            return with(
                    with(super.getConfigOverrides(), OnDynamoDbLocal.SETTINGS),
                    Map.of(
                            "token.table", OnDynamoDbLocal.TABLE,
                            "cobrowse.deadline", "PT1M",
                            // A log would be read by the filter, which the line in production does not pass.
                            "quarkus.log.category.\"cobrowse\".level", "OFF"));
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(Refusing.class), new TestResourceEntry(OnDynamoDbLocal.Resource.class));
        }
    }

    public static class Refusing extends OnFakeGenesys.Resource {
        @Override
        public Map<String, String> start() {
            var settings = super.start();
            genesys.answers(Call.TOKEN, Answer.status(403));
            return settings;
        }
    }
}
