"""Who is measured, and how Lambda would start each."""

import dataclasses
import importlib.util
import os
import shutil
import sys

import builds


@dataclasses.dataclass
class Peer:
    name: str
    command: list
    package: float = None  # megabytes that would be uploaded
    java: bool = False  # takes Java's options; they come behind the first word
    tls: bool = True
    calls: bool = True  # asks Genesys
    endures: bool = False  # is watched through many requests


def megabytes(path) -> float:
    return round(path.stat().st_size / 1e6, 1) if path.exists() else None


def native(name="native function", executable=None) -> Peer:
    executable = executable or builds.native()
    return Peer(name, [str(executable)], megabytes(executable.parent / "function.zip"), java=True, endures=True)


def jvm() -> Peer:
    directory = builds.jvm()
    jars = f"{directory}:{directory}/lib/*:{builds.OUT}/java-runtime/*"
    # The options of Lambda's Java runtimes, and a heap for 512 MB.
    java = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx400m", "-cp", jars]
    handler = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest"
    main = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
    package = next((builds.OUT / "jvm-build").rglob("function.zip"))
    return Peer("same on the JVM", [*java, main, handler], megabytes(package), java=True)


def bare() -> Peer:
    executable = builds.bare()
    zip_file = megabytes(executable.parent / "function.zip")
    return Peer("bare Quarkus Lambda", [str(executable)], zip_file, calls=False, tls=False)


def python() -> Peer:
    if importlib.util.find_spec("requests") is None:
        raise OSError("Python's requests is not installed")
    return Peer("Python, requests", [sys.executable, str(builds.HERE / "peers" / "requests_function.py")], endures=True)


def node() -> Peer:
    if shutil.which("node") is None:
        raise OSError("Node.js is not installed")
    return Peer("Node.js, fetch", [shutil.which("node"), str(builds.HERE / "peers" / "fetch_function.mjs")], endures=True)


def floor() -> Peer:
    return Peer("sockets in C", [str(builds.floor())], tls=False)


ALL = {"native": native, "jvm": jvm, "bare": bare, "python": python, "node": node, "floor": floor}


def environment(runtime: int, genesys: int, tls: bool, trust) -> dict:
    host = f"https://localhost:{genesys}" if tls else f"http://127.0.0.1:{genesys}"
    return {
        "PATH": os.environ["PATH"],
        "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{runtime}",
        "_HANDLER": "function",
        "AWS_LAMBDA_FUNCTION_NAME": "benchmark",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512",
        "AWS_REGION": "eu-central-1",
        "LAMBDA_TASK_ROOT": str(builds.OUT),
        "DISABLE_SIGNAL_HANDLERS": "true",
        "GENESYS_LOGIN_URL": host,
        "GENESYS_API_URL": host,
        "GENESYS_CLIENT_ID": "benchmark",
        "GENESYS_CLIENT_SECRET": "benchmark",
        "CALLER_POLICY": "any",
        **trust.environment(),
    }
