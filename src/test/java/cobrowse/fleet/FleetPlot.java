package cobrowse.fleet;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Two plots side by side: what the token endpoint is asked, and what becomes of the first requests. */
final class FleetPlot {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 240;
    private static final String WITH = "#0b6e99";
    private static final String WITHOUT = "#c2410c";

    private final List<Figures> measured;
    private final List<Figures> calculated;
    private final StringBuilder svg = new StringBuilder();

    /** @param x of its left edge */
    private record Panel(int x, double most, boolean logarithmic, ToDoubleFunction<Figures> value) {
        double y(double amount) {
            var share = logarithmic ? Math.log10(Math.max(1, amount)) / Math.log10(most) : amount / most;
            return 60 + HEIGHT * (1 - Math.min(1, share));
        }
    }

    FleetPlot(List<Figures> measured, List<Figures> calculated) {
        this.measured = measured;
        this.calculated = calculated;
    }

    String svg() {
        text("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 380" font-family="system-ui, sans-serif" \
                font-size="13" fill="#334155" role="img" aria-label="Log-ins and answered first requests by containers">
                <rect width="1000" height="380" fill="#ffffff"/>
                """);
        var asked = new Panel(60, 10_000, true, figures -> figures.logIns() + figures.refused());
        panel(asked, "Log-ins asked for (given and refused)", List.of(1, 10, 100, 1_000, 10_000), "");
        var answered = new Panel(560, 100, false, figures -> figures.answered() * 100);
        panel(answered, "First requests that are answered", List.of(0, 25, 50, 75, 100), " %");
        legend();
        return svg.append("</svg>\n").toString();
    }

    private void panel(Panel panel, String title, List<Integer> ticks, String unit) {
        text("<text x=\"%d\" y=\"30\" font-size=\"15\" font-weight=\"600\">%s</text>\n", panel.x, title);
        for (var tick : ticks) {
            var y = panel.y(tick);
            text("<path d=\"M%d %.1fh%d\" stroke=\"#e2e8f0\"/>\n", panel.x, y, WIDTH);
            text("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d%s</text>\n", panel.x - 8, y + 4, tick, unit);
        }
        for (var tick : List.of(1, 10, 100, 1_000)) {
            text("<text x=\"%.1f\" y=\"320\" text-anchor=\"middle\">%d</text>\n", panel.x + x(tick), tick);
        }
        text(
                "<text x=\"%d\" y=\"338\" text-anchor=\"middle\">containers that start at once</text>\n",
                panel.x + WIDTH / 2);
        for (var pool : List.of(false, true)) {
            var colour = pool ? WITH : WITHOUT;
            var line = new StringBuilder();
            calculated.stream()
                    .filter(figures -> figures.pool() > 0 == pool)
                    .forEach(figures ->
                            line.append(format("%.1f,%.1f ", panel.x + x(figures.containers()), y(panel, figures))));
            text("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n", line, colour);
            measured.stream()
                    .filter(figures -> figures.pool() > 0 == pool)
                    .forEach(figures -> text(
                            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\" fill-opacity=\"0.7\"/>\n",
                            panel.x + x(figures.containers()), y(panel, figures), colour));
        }
    }

    private void legend() {
        text("<g transform=\"translate(60 362)\"><path d=\"M0 -4h24\" stroke=\"%s\" stroke-width=\"2\"/>", WITH);
        text(
                "<text x=\"32\">a pool of ten tokens</text><path d=\"M190 -4h24\" stroke=\"%s\" stroke-width=\"2\"/>",
                WITHOUT);
        text(
                "<text x=\"222\">a token for each container</text><text x=\"440\">points: measured; lines: calculated</text></g>\n");
    }

    private static double y(Panel panel, Figures figures) {
        return panel.y(panel.value.applyAsDouble(figures));
    }

    private static double x(int containers) {
        return WIDTH * Math.log10(containers) / 3;
    }

    private void text(String format, Object... arguments) {
        svg.append(arguments.length == 0 ? format : format(format, arguments));
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
