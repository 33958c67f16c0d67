"""What Maven resolves for the function: its dependencies at run time."""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def resolved():
    """(group:artifact, version, jar) of each. Needs no network once the dependencies are here."""
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        goal = ["./mvnw", "--batch-mode", "--quiet", "dependency:list", "-DincludeScope=runtime"]
        goal += ["-DoutputAbsoluteArtifactFilename=true", f"-DoutputFile={file.name}", "-Dstyle.color=never"]
        quiet = {"cwd": ROOT, "stdin": subprocess.DEVNULL, "capture_output": True, "text": True}
        done = subprocess.run([*goal, "--offline"], **quiet)
        if done.returncode:
            done = subprocess.run(goal, **quiet)
        if done.returncode:
            sys.exit(f"Maven cannot resolve the dependencies:\n{done.stdout}{done.stderr}")
        lines = Path(file.name).read_text().splitlines()
    found = list(filter(None, map(dependency, lines)))
    if not found:
        sys.exit("Maven names no dependency")
    return found


def dependency(line):
    """group:artifact:type[:classifier]:version:scope:file, and what is said of its module after a space."""
    parts = line.split(" -- ")[0].strip().split(":", 6)
    if len(parts) < 6:
        return None
    at = next(i for i, part in enumerate(parts) if part in ("compile", "runtime"))
    return ":".join(parts[:2]), parts[at - 1], ":".join(parts[at + 1 :])


def versions():
    return {(component, version) for component, version, _ in resolved()}


def jars():
    return [(component, jar) for component, _, jar in resolved() if jar.endswith(".jar")]
