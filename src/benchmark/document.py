"""The figures and plots of docs/performance.md."""

import builds
import cost
import plots
import report
from report import median

PAGE = builds.ROOT / "docs" / "performance.md"
PLOTS = builds.ROOT / "docs" / "performance"
END = "<!-- end of figures -->\n"
OURS = "native function"


def figures(found: dict) -> str:
    packages = found["packages"]
    parts = [found["machine"] + " Medians; milliseconds on the clock, in brackets of processor time."]
    near = found["scenarios"].get("http, near")
    if near:
        parts.append(report.ratios(near))
        parts.append(report.packages(packages))
    parts += [report.scenario(name, results) for name, results in found["scenarios"].items() if results]
    if found.get("resident"):
        parts.append(report.residents(found["resident"]))
    if found.get("shares"):
        parts.append(f"**A million requests**, https, 20 ms away. {cost.FORMULA}.")
        parts.append(report.costs(found["shares"]))
    return "\n\n".join(parts) + "\n"


def replace(command: str, text: str):
    """Between the marks of the command."""
    before, mark, rest = PAGE.read_text().partition(f"<!-- figures of {command} -->\n")
    PAGE.write_text(f"{before}{mark}\n{text.rstrip()}\n\n{END}{rest.partition(END)[2]}")


def write(found: dict):
    replace("src/benchmark/run", figures(found))
    PLOTS.mkdir(exist_ok=True)
    near = found["scenarios"].get("http, near")
    if near:
        # Many times the others': on the same scale there would be nothing else to see.
        jvm = near.get("same on the JVM")
        others = {peer: runs for peer, runs in near.items() if runs is not jvm}
        aside = f" (the JVM's: {median(jvm, 'start'):,.0f} ms)" if jvm else ""
        plot("start.svg", "Start to first poll" + aside, others, "start", "start_cpu")
        plot("warm.svg", "Warm request, median", near, "warm_p50", "warm_cpu")
    if found.get("shares", {}).get(512):
        dollars = {
            peer: cost.per_million(512, *(median(runs, key) for key in ("start", "first", "warm_mean")))
            for peer, runs in found["shares"][512].items()
        }
        title = "A million requests at 512 MB, https, 20 ms away"
        (PLOTS / "cost.svg").write_text(plots.bars(title, "$", dollars, OURS))


def plot(name, title, results, wall, cpu):
    values = {peer: median(runs, wall) for peer, runs in results.items()}
    processor = {peer: median(runs, cpu) for peer, runs in results.items()}
    svg = plots.bars(title, "ms", values, OURS, processor, ("clock", "processor time"))
    (PLOTS / name).write_text(svg)
