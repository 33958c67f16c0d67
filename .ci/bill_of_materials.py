"""What a release is made of, as CycloneDX: the function's dependencies, the JDK that is compiled in, and the button."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = "org.cyclonedx:cyclonedx-maven-plugin:makeBom"
JDK = re.compile(rb"JDK (\d{2}[\d.]*\+\d+(?:-LTS)?)")
GRAALVM = re.compile(rb"GraalVM CE (\d{2}\.\d+\.\d+[\w.+-]*)")


def bill_of_materials(version, executable):
    bill = of_maven()
    own = bill["metadata"]["component"]
    own["version"] = version
    button = of_button(version)
    compiled_in = [jdk(executable), graalvm(executable)]
    bill["components"] += [*filter(None, compiled_in), button]
    for entry in bill["dependencies"]:
        if entry["ref"] == own["bom-ref"]:
            entry["dependsOn"] = [*entry.get("dependsOn", []), *(c["bom-ref"] for c in filter(None, compiled_in))]
    bill["dependencies"].append({"ref": button["bom-ref"], "dependsOn": []})
    return bill


def of_maven():
    with tempfile.TemporaryDirectory() as directory:
        goal = ["./mvnw", "--batch-mode", "--quiet", PLUGIN, "-DoutputName=bom", f"-DoutputDirectory={directory}"]
        quiet = {"cwd": ROOT, "stdin": subprocess.DEVNULL, "capture_output": True, "text": True}
        done = subprocess.run([*goal, "--offline"], **quiet)
        if done.returncode:
            done = subprocess.run(goal, **quiet)
        if done.returncode:
            sys.exit(f"Maven cannot list what is in the function:\n{done.stdout}{done.stderr}")
        return json.loads((Path(directory) / "bom.json").read_text())


def of_button(version):
    described = json.loads((ROOT / "src/web/package.json").read_text())
    purl = f"pkg:npm/{described['name']}@{version}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": described["name"],
        "version": version,
        "description": described["description"],
        "licenses": [{"license": {"id": described["license"]}}],
        "purl": purl,
    }


def jdk(executable):
    return platform("OpenJDK", found(JDK, executable) or release_of("JAVA_RUNTIME_VERSION"), "pkg:generic/openjdk")


def graalvm(executable):
    version = found(GRAALVM, executable) or release_of("GRAALVM_VERSION")
    return platform("GraalVM Community", version, "pkg:generic/graalvm-community")


def platform(name, version, purl):
    purl = f"{purl}@{(version or 'unknown').replace('+', '%2B')}"
    licence = {"license": {"id": "GPL-2.0-with-classpath-exception"}}
    return {
        "type": "platform",
        "bom-ref": purl,
        "name": name,
        "version": version or "unknown",
        "description": "Compiled into the executable, with its TLS and the authorities that it trusts.",
        "licenses": [licence],
        "purl": purl,
    }


def found(pattern, executable):
    match = pattern.search(executable)
    return match and match[1].decode()


def release_of(key):
    """What the GraalVM at hand says of itself."""
    file = Path(os.environ.get("GRAALVM_HOME", "/none")) / "release"
    match = re.search(rf'^{key}="(.*)"', file.read_text(), re.MULTILINE) if file.is_file() else None
    return match and match[1]
