package cobrowse.fleet;

import java.util.List;
import java.util.Locale;

/**
 * What became of a fleet that started at once.
 *
 * @param pool how many tokens are shared; none if 0
 * @param answered share of the first requests that started a session
 * @param slowestSeconds of those
 */
record Figures(int containers, int pool, int logIns, int refused, double answered, double slowestSeconds) {
    static Figures of(int containers, int pool, RationedGenesys genesys, List<Fleet.Answer> answers) {
        var started = answers.stream().filter(Fleet.Answer::isStarted).toList();
        var slowest = started.stream()
                .mapToDouble(answer -> answer.after().toMillis() / 1000.0)
                .max()
                .orElse(0);
        return new Figures(
                containers, pool, genesys.granted(), genesys.refused(), (double) started.size() / containers, slowest);
    }

    String row(int refusal) {
        return String.format(
                Locale.ROOT,
                "| %d | %s | %d | %d | %d | %.0f %% | %.1f s |",
                containers,
                pool == 0 ? "none" : String.valueOf(pool),
                refusal,
                logIns,
                refused,
                answered * 100,
                slowestSeconds);
    }
}
