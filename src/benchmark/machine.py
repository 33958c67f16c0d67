"""Where and with what it was measured."""

import datetime
import importlib.metadata
import os
import platform
import re
import subprocess

import builds


def first_line(*command) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return (done.stdout or done.stderr).strip().splitlines()[0]
    except (OSError, subprocess.CalledProcessError):
        return "none"


def processor() -> str:
    with open("/proc/cpuinfo") as info:
        return next((line.split(":")[1].strip() for line in info if line.startswith("model name")), platform.machine())


def described() -> str:
    quarkus = re.search(r"<quarkus.platform.version>(.*?)<", (builds.ROOT / "pom.xml").read_text())[1]
    try:
        requests = importlib.metadata.version("requests")
    except importlib.metadata.PackageNotFoundError:
        requests = "none"
    graalvm = os.environ.get("GRAALVM_HOME", "")
    return (
        f"{datetime.date.today()}, revision {first_line('git', '-C', str(builds.ROOT), 'rev-parse', '--short', 'HEAD')}. "
        f"{os.cpu_count()} processors ({processor()}), Linux {platform.release().split('-')[0]}. "
        f"Quarkus {quarkus}, {first_line(graalvm + '/bin/native-image', '--version')}, JVM {first_line('java', '-version')}, "
        f"Python {platform.python_version()} with requests {requests}, Node.js {first_line('node', '--version')}."
    )
