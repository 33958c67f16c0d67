"""How versions are ordered: Maven's, and those of npm packages (semantic versions)."""

import re
from itertools import zip_longest

# Maven's qualifiers in their order; "" is a release, and what is not named here comes last, in the order of letters.
QUALIFIERS = ["alpha", "beta", "milestone", "rc", "snapshot", "", "sp"]
ALIASES = {"cr": "rc", "ga": "", "final": "", "release": ""}
SHORT = {"a": "alpha", "b": "beta", "m": "milestone"}
MISSING = ("", None)


def maven_items(version):
    """(separator, number or qualifier) of each part. Between digits and letters a hyphen is meant."""
    parts = re.findall(r"([.-]?)(\d+|[a-z]+)", version.lower())
    for index, (separator, part) in enumerate(parts):
        if part.isdigit():
            yield separator or "-", int(part)
        else:
            following = parts[index + 1] if index + 1 < len(parts) else MISSING
            abbreviated = part in SHORT and following[0] == "" and following[1] is not None
            yield separator or "-", SHORT[part] if abbreviated else ALIASES.get(part, part)


def qualifier_rank(qualifier):
    return (QUALIFIERS.index(qualifier), "") if qualifier in QUALIFIERS else (len(QUALIFIERS), qualifier)


def compared(one, other):
    return (one > other) - (one < other)


def compare_items(one, other):
    (separator, left), (other_separator, right) = one, other
    if left is None:
        return -compare_items(other, one)
    if isinstance(left, int):
        if right is None or isinstance(right, int):
            if None in (left, right) or separator == other_separator:
                return compared(left, right or 0)
            return 1 if separator == "." else -1
        return 1
    if isinstance(right, int):
        return -1
    return compared(qualifier_rank(left), qualifier_rank(right or ""))


def compare_maven(one, other):
    """Negative, 0 or positive, as the one is older than the other, the same, or newer."""
    pairs = zip_longest(maven_items("." + one), maven_items("." + other), fillvalue=MISSING)
    return next((order for pair in pairs if (order := compare_items(*pair))), 0)


def compare_npm(one, other):
    return compared(*map(npm_key, (one, other)))


def npm_key(version):
    numbers, _, before = version.split("+")[0].lstrip("v").partition("-")
    parts = [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in before.split(".")]
    return [int(part) for part in (numbers.split(".") + ["0", "0"])[:3]], not before, parts
