"""Tables in Markdown, which read well on a terminal, too."""

import statistics

import cost


def median(runs: list, key: str):
    values = [run[key] for run in runs if key in run]
    return statistics.median(values) if values else None


def number(value) -> str:
    if value is None:
        return "–"
    return f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def table(head: list, rows: list) -> str:
    cells = [head, *rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |" for row in cells]
    lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return "\n".join(lines)


def scenario(name: str, results: dict) -> str:
    """One row for each peer; milliseconds, with processor time in brackets."""
    pause = any("after_pause" in run for runs in results.values() for run in runs)
    head = ["", "start → first poll", "first request", "warm p50 / p99"]
    head += ["after a pause"] if pause else []
    head += ["resident, MB", "page faults of the start"]
    rows = []
    for peer, runs in results.items():
        m = {key: number(median(runs, key)) for key in runs[0] if key != "resident_after"}
        row = [peer, f"{m['start']} ({m['start_cpu']})", f"{m['first']} ({m['first_cpu']})"]
        row.append(f"{m['warm_p50']} / {m['warm_p99']} ({median(runs, 'warm_cpu'):.2f})")
        row += [m.get("after_pause", "–")] if pause else []
        rows.append([*row, m["resident"], f"{median(runs, 'page_faults'):,.0f}"])
    return f"**{name}**\n\n{table(head, rows)}"


def packages(sizes: dict) -> str:
    return "Package: " + ", ".join(f"{peer} {number(size)} MB" for peer, size in sizes.items() if size) + "."


def ratios(results: dict) -> str:
    """How the function compares, in one scenario."""
    ours, python, floor = (results.get(name) for name in ("native function", "Python, requests", "sockets in C"))
    rows = []

    def add(what, keys, peer, name):
        if ours and peer:
            mine, others = (sum(median(runs, key) for key in keys) for runs in (ours, peer))
            rows.append([what, name, f"{mine / others:.2f}"])

    add("start → first poll, CPU", ["start_cpu"], python, "Python")
    add("start and first request, wall", ["start", "first"], python, "Python")
    add("warm request, CPU", ["warm_cpu"], python, "Python")
    add("warm p50", ["warm_p50"], floor, "sockets in C")
    return table(["native function", "to", "ratio"], rows)


def residents(results: dict) -> str:
    counts = list(next(iter(results.values())))
    rows = [[peer, *(f"{figures[count]:.0f}" for count in counts)] for peer, figures in results.items()]
    return table(["resident, MB, after", *(f"{count:,}" for count in counts)], rows)


def costs(results: dict) -> str:
    """results: megabytes -> peer -> runs"""
    rows = []
    for megabytes, peers in results.items():
        for peer, runs in peers.items():
            start, first, warm = (median(runs, key) for key in ("start", "first", "warm_mean"))
            dollars = cost.per_million(megabytes, start, first, warm)
            rows.append([f"{megabytes:,}", peer, *map(number, (start, first, warm)), f"{dollars:.2f}"])
    return table(["memory, MB", "", "start, ms", "first request, ms", "warm request, mean, ms", "a million requests, $"], rows)
