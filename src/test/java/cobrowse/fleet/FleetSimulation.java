package cobrowse.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.aws.DynamoDbLocal;
import cobrowse.fleet.RationedGenesys.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Measures fleets of native containers, calculates those that this machine cannot hold, and writes both into docs/scale.md
 * and its plot. Not part of the build; docs/scale.md has the command.
 */
class FleetSimulation {
    private static final int POOL = 10;
    /** A tenth of what Genesys allows in a minute, in a window that does not end. */
    private static final int REQUESTS_OF_A_TOKEN = 30;

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Path PAGE = Path.of("docs/scale.md");
    private static final Path PLOT = Path.of("docs/scale.svg");

    private final List<Figures> measured = new ArrayList<>();
    private final List<Figures> calculated = new ArrayList<>();

    @Test
    void measureAndCalculate() throws Exception {
        var rows = new ArrayList<String>();
        var capacities = new ArrayList<String>();
        try (var dynamoDb = DynamoDbLocal.start()) {
            for (var size : numbers("fleet.measured", "1,2,4,8,16,32,64")) {
                for (var pool : List.of(0, POOL)) {
                    for (var refusal : Refusal.values()) {
                        var figures = measure(size, pool, refusal, dynamoDb);
                        measured.add(figures);
                        rows.add(figures.row("measured, " + refusal.status));
                    }
                    calculate(size, pool, rows);
                }
            }
            for (var pool : List.of(0, 1, 2, 4, POOL)) {
                capacities.add(capacity(pool, dynamoDb));
            }
        }
        for (var size : numbers("fleet.calculated", "128,256,512,1000")) {
            for (var pool : List.of(0, POOL)) {
                calculate(size, pool, rows);
            }
        }
        write("figures", rows);
        write("capacity", capacities);
        Files.writeString(PLOT, new FleetPlot(measured, calculated).svg());
        measured.forEach(this::compare);
    }

    /** The calculation is worth something if it agrees with what was measured, where both are there. */
    private void compare(Figures measured) {
        var calculated = this.calculated.stream()
                .filter(figures -> figures.containers() == measured.containers() && figures.pool() == measured.pool())
                .findFirst()
                .orElseThrow();
        assertEquals(calculated.answered(), measured.answered(), 0.25, measured + " was calculated as " + calculated);
    }

    private static Figures measure(int size, int pool, Refusal refusal, DynamoDbLocal dynamoDb) throws Exception {
        try (var genesys = new RationedGenesys(refusal, Integer.MAX_VALUE, WINDOW);
                var fleet = new Fleet(size, Fleet.environment(genesys, pool, dynamoDb))) {
            return Figures.of(size, pool, genesys, fleet.firstAnswers(size));
        }
    }

    /** Containers start as fast as two processors start them. */
    private void calculate(int size, int pool, List<String> rows) {
        var figures = new FleetModel(0.005).run(size, 0.04, pool);
        calculated.add(figures);
        rows.add(figures.row("calculated"));
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

    private static List<Integer> numbers(String property, String byDefault) {
        return Arrays.stream(System.getProperty(property, byDefault).split(","))
                .map(Integer::valueOf)
                .toList();
    }
}
