"""Bar charts as SVG: one bar for each peer, its value at its end."""

from xml.sax.saxutils import escape

WIDTH, LABEL, BAR, GAP, TOP = 720, 160, 20, 8, 44
OURS, OTHERS, INK, PALE = "#0b5cad", "#9aa7b4", "#1f2933", "#5b6770"
STYLE = "font-family:system-ui,-apple-system,'Segoe UI','DejaVu Sans',sans-serif"


def bars(title: str, unit: str, values: dict, ours: str, second: dict = None, legend: tuple = None) -> str:
    """With second, each bar has a darker part in front: both are measured from zero."""
    most = max(values.values())
    scale = (WIDTH - LABEL - 90) / most
    height = TOP + len(values) * (BAR + GAP) + 12
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" style="{STYLE}">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" rx="6" fill="#ffffff"/>',
        text(12, 24, title, 15, INK, weight="600"),
    ]
    if legend:
        parts.append(text(WIDTH - 12, 24, f"{legend[0]} · darker: {legend[1]}", 12, PALE, anchor="end"))
    for row, (name, value) in enumerate(values.items()):
        y = TOP + row * (BAR + GAP)
        colour = OURS if name == ours else OTHERS
        parts.append(text(LABEL - 8, y + 15, name, 13, INK, anchor="end", weight="600" if name == ours else "400"))
        parts.append(rectangle(LABEL, y, value * scale, colour, 0.55 if second else 1))
        if second:
            parts.append(rectangle(LABEL, y, min(second[name], value) * scale, colour, 1))
        parts.append(text(LABEL + max(value * scale, 1) + 8, y + 15, f"{shown(value)} {unit}", 13, INK))
    return "\n".join([*parts, "</svg>", ""])


def shown(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def rectangle(x, y, width, fill, opacity):
    return f'<rect x="{x}" y="{y}" width="{max(width, 1):.1f}" height="{BAR}" rx="2" fill="{fill}" opacity="{opacity}"/>'


def text(x, y, content, size, fill, anchor="start", weight="400"):
    return (
        f'<text x="{x:.1f}" y="{y}" font-size="{size}" fill="{fill}" text-anchor="{anchor}" '
        f'font-weight="{weight}">{escape(content)}</text>'
    )
