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


def scenario(name: str, results: dict, packages: dict) -> str:
    """One row for each peer; milliseconds, with processor time in brackets."""
    pause = any("after_pause" in run for runs in results.values() for run in runs)
    head = ["", "start → first poll (CPU)", "first request (CPU)", "warm p50 / p99 (CPU)"]
    head += ["after a pause"] if pause else []
    head += ["resident", "page faults of the start", "package"]
    rows = []
    for peer, runs in results.items():
        m = {key: number(median(runs, key)) for key in runs[0] if key != "resident_after"}
        row = [peer, f"{m['start']} ms ({m['start_cpu']})", f"{m['first']} ms ({m['first_cpu']})"]
        row.append(f"{m['warm_p50']} / {m['warm_p99']} ms ({median(runs, 'warm_cpu'):.2f})")
        row += [f"{m.get('after_pause', '–')} ms"] if pause else []
        faults = f"{median(runs, 'page_faults'):,.0f}"
        rows.append([*row, f"{m['resident']} MB", faults, f"{number(packages[peer])} MB" if packages[peer] else "–"])
    return f"**{name}**\n\n{table(head, rows)}"


def ratios(results: dict, packages: dict) -> str:
    """The goals, from one scenario."""
    ours, python, floor = (results.get(name) for name in ("native function", "Python, requests", "sockets in C"))
    rows = []

    def add(what, keys, peer, name, goal):
        if ours and peer:
            mine, others = (sum(median(runs, key) for key in keys) for runs in (ours, peer))
            rows.append([what, name, f"{mine / others:.2f}", goal])

    add("start → first poll, CPU", ["start_cpu"], python, "Python", "≤ 0.25")
    add("start and first request, wall", ["start", "first"], python, "Python", "≤ 0.30")
    add("warm request, CPU", ["warm_cpu"], python, "Python", "≤ 0.60")
    add("warm p50", ["warm_p50"], floor, "sockets in C", "≤ 3")
    if packages.get("native function"):
        rows.append(["package", "", f"{packages['native function']:.1f} MB", "≤ 17 MB"])
    return table(["native function", "to", "", "goal"], rows)


def residents(results: dict) -> str:
    counts = list(next(iter(results.values())))
    rows = [[peer, *(f"{figures[count]:.0f} MB" for count in counts)] for peer, figures in results.items()]
    return table(["resident after", *(f"{count:,}" for count in counts)], rows)


def costs(results: dict) -> str:
    """results: megabytes -> peer -> runs"""
    rows = []
    for megabytes, peers in results.items():
        for peer, runs in peers.items():
            start, first, warm = (median(runs, key) for key in ("start", "first", "warm_mean"))
            dollars = cost.per_million(megabytes, start, first, warm)
            rows.append([f"{megabytes:,} MB", peer, *(f"{number(t)} ms" for t in (start, first, warm)), f"{dollars:.2f} $"])
    return table(["memory", "", "start", "first request", "warm request, mean", "a million requests"], rows)
