"""Makes what is measured, where it is not there: each is built once, into target/benchmark."""

import os
import pathlib
import shutil
import subprocess
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
OUT = ROOT / "target" / "benchmark"


def maven(*arguments):
    print("./mvnw", *arguments, flush=True)
    subprocess.run(["./mvnw", "-q", "--batch-mode", *map(str, arguments)], cwd=ROOT, check=True)


def native() -> pathlib.Path:
    """The function as it is deployed. Not rebuilt: ./mvnw package -Dnative does that."""
    if not list((ROOT / "target").glob("*-runner")):
        maven("package", "-Dnative", "-DskipTests")
    return max((ROOT / "target").glob("*-runner"), key=lambda executable: executable.stat().st_mtime)


def bare() -> pathlib.Path:
    executable = OUT / "bare" / "bare-function-1-runner"
    if not executable.exists():
        source = OUT / "bare-source"
        shutil.copytree(HERE / "peers" / "bare", source, dirs_exist_ok=True)
        maven("-f", source / "pom.xml", "package", "-Dnative")
        shutil.copytree(source / "target", OUT / "bare", dirs_exist_ok=True)
    return executable


def jvm() -> pathlib.Path:
    """The function's zip for the JVM, unpacked, and Lambda's Java runtime beside it."""
    directory = OUT / "jvm"
    if not directory.exists():
        (OUT / "jvm-build").mkdir(parents=True, exist_ok=True)
        maven("package", "-DskipTests", "-Dquarkus.package.output-directory=benchmark/jvm-build")
        made = next((OUT / "jvm-build").rglob("function.zip"))
        maven("-f", HERE / "peers" / "jvm" / "pom.xml", "dependency:copy-dependencies", f"-DoutputDirectory={OUT}/java-runtime")
        with zipfile.ZipFile(made) as package:
            package.extractall(directory)
    return directory


def floor() -> pathlib.Path:
    """Needs a C compiler; raises OSError without one."""
    executable = OUT / "floor"
    subprocess.run([os.environ.get("CC", "cc"), "-O2", "-o", executable, HERE / "peers" / "floor.c"], check=True)
    return executable
