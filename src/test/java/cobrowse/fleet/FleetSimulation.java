package cobrowse.fleet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.aws.DynamoDbLocal;
import cobrowse.fleet.RationedGenesys.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Measures fleets of native containers, and writes them into docs/scale.md. Not part of the build; that page has the command. */
class FleetSimulation {
    private static final int POOL = 10;
    /** A tenth of what Genesys allows in a minute, in a window that does not end. */
    private static final int REQUESTS_OF_A_TOKEN = 30;

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Path PAGE = Path.of("docs/scale.md");

    @Test
    void measure() throws Exception {
        var rows = new ArrayList<String>();
        var capacities = new ArrayList<String>();
        try (var dynamoDb = DynamoDbLocal.start()) {
            for (var size : System.getProperty("fleet.measured", "4,16,64").split(",")) {
                for (var pool : List.of(0, POOL)) {
                    for (var refusal : Refusal.values()) {
                        rows.add(measure(Integer.parseInt(size), pool, refusal, dynamoDb)
                                .row(refusal.status));
                    }
                }
            }
            for (var pool : List.of(0, 1, 2, 4, POOL)) {
                capacities.add(capacity(pool, dynamoDb));
            }
        }
        write("figures", rows);
        write("capacity", capacities);
    }

    private static Figures measure(int size, int pool, Refusal refusal, DynamoDbLocal dynamoDb) throws Exception {
        try (var genesys = new RationedGenesys(refusal, Integer.MAX_VALUE, WINDOW);
                var fleet = new Fleet(size, Fleet.environment(genesys, pool, dynamoDb))) {
            return Figures.of(size, pool, genesys, fleet.firstAnswers(size));
        }
    }

    /** How many requests are answered before the first one is refused, by eight containers that have their tokens. */
    private static String capacity(int pool, DynamoDbLocal dynamoDb) throws Exception {
        var size = 8;
        try (var genesys = new RationedGenesys(Refusal.TOO_MANY_REQUESTS, REQUESTS_OF_A_TOKEN, WINDOW);
                var fleet = new Fleet(size, Fleet.environment(genesys, pool, dynamoDb))) {
            var answered = 0;
            for (var answers = fleet.firstAnswers(size); ; answers = fleet.nextAnswers()) {
                var started =
                        (int) answers.stream().filter(Fleet.Answer::isStarted).count();
                answered += started;
                if (started < size) {
                    var tokens = pool == 0 ? "none" : String.valueOf(pool);
                    return "| " + tokens + " | " + genesys.granted() + " | " + answered + " | " + answered * 10 + " |";
                }
            }
        }
    }

    /** Replaces the rows of the table below the comment that names it. */
    private static void write(String name, List<String> rows) throws Exception {
        var page = Files.readString(PAGE);
        var written = page.replaceFirst(
                "(<!-- " + name + " -->\n(?:\\|.*\n){2})(?:\\|.*\n)*",
                "$1" + Matcher.quoteReplacement(rows.stream().collect(Collectors.joining("\n", "", "\n"))));
        Files.writeString(PAGE, written);
        assertTrue(written.contains(rows.get(0)), name);
    }
}
