"""`make` without an executable says what it needs, and `make release` writes the files of a release and no other."""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import unittest
import zipfile
from pathlib import Path

from sam_template import ROOT

SAY = "Say FUNCTION_ZIP=a released zip, GRAALVM_HOME=a GraalVM for JDK 25, or CONTAINER_BUILD=true"
VERSION = (ROOT / "pom.xml").read_text().split("<version>")[1].split("</version>")[0]
# The beginning of an executable for Linux on ARM.
ARM = b"\x7fELF\2\1\1" + bytes(9) + b"\3\0\xb7\0" + bytes(100)


def make(*arguments, **environment):
    kept = {k: v for k, v in os.environ.items() if k not in ("FUNCTION_ZIP", "GRAALVM_HOME", "CONTAINER_BUILD")}
    command = ["make", *arguments]
    return subprocess.run(command, cwd=ROOT, env=kept | environment, capture_output=True, text=True)


@unittest.skipUnless(shutil.which("make") and shutil.which("npm"), "needs make and npm")
class MakeReleaseTest(unittest.TestCase):
    def test_without_an_executable_one_line_says_what_is_needed(self):
        for goal in ("build-CobrowseFunction", "release"):
            done = make(goal, "ARTIFACTS_DIR=/none", GRAALVM_HOME="/none")
            self.assertNotEqual(0, done.returncode)
            self.assertEqual(("", 1), (done.stdout, done.stderr.count("\n")), done.stdout + done.stderr)
            self.assertIn(SAY, done.stderr)

    def test_what_is_built_is_built_without_the_tests(self):
        done = make("--dry-run", "--always-make", "build-CobrowseFunction", CONTAINER_BUILD="true")
        (maven,) = [line for line in done.stdout.splitlines() if "mvnw" in line]
        self.assertIn("-DskipTests", maven)
        self.assertIn("container-build=true", maven)

    def test_a_release_is_these_files(self):
        with tempfile.TemporaryDirectory() as directory:
            given, release = Path(directory) / "any.zip", Path(directory) / "release"
            with zipfile.ZipFile(given, "w") as archive:
                archive.writestr("bootstrap", ARM)
            done = make("release", f"FUNCTION_ZIP={given}", f"RELEASE={release}")
            self.assertEqual(0, done.returncode, done.stdout + done.stderr)
            self.assertNotIn("mvnw", done.stdout)
            function, button = f"cobrowse-function-{VERSION}-arm64", f"cobrowse-button-{VERSION}"
            files = {f"{function}.zip", f"{function}.cdx.json", "cobrowse-function.yaml", "SHA256SUMS", "NOTES.md"}
            files |= {f"{button}.tgz", f"{button}.js", f"{button}.js.sha384", "genesys"}
            self.assertEqual(files, {path.name for path in release.iterdir()})
            self.assertEqual(
                {path.name for path in (ROOT / "genesys").iterdir()}, {path.name for path in (release / "genesys").iterdir()}
            )
            self.check_zip(release / f"{function}.zip")
            self.check_button(release / f"{button}.js")
            self.check_list(json.loads((release / f"{function}.cdx.json").read_text()))
            sums = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=release)
            self.assertEqual(0, sums.returncode)
            named = {line.split("  ")[1] for line in (release / "SHA256SUMS").read_text().splitlines()}
            there = {str(path.relative_to(release)) for path in release.rglob("*") if path.is_file()}
            self.assertEqual(there - {"SHA256SUMS"}, named)

    def check_zip(self, path):
        with zipfile.ZipFile(path) as archive:
            self.assertEqual(["bootstrap", "LICENSE", "NOTICE"], archive.namelist())
            self.assertEqual(ARM, archive.read("bootstrap"))
            self.assertEqual(0o755, archive.getinfo("bootstrap").external_attr >> 16 & 0o777)
            for name in ("LICENSE", "NOTICE"):
                self.assertEqual((ROOT / name).read_bytes(), archive.read(name))

    def check_button(self, bundle):
        digest = base64.b64encode(hashlib.sha384(bundle.read_bytes()).digest()).decode()
        self.assertEqual(f"sha384-{digest}\n", bundle.with_name(f"{bundle.name}.sha384").read_text())

    def check_list(self, bill):
        own = bill["metadata"]["component"]
        self.assertEqual(("cobrowse-function", VERSION), (own["name"], own["version"]))
        self.assertEqual("Apache-2.0", own["licenses"][0]["license"]["id"])
        names = {component["name"] for component in bill["components"]}
        self.assertLessEqual({"OpenJDK", "cobrowse-button", "netty-codec-http", "jackson-databind"}, names)
        self.assertEqual([], [c["name"] for c in bill["components"] if not c.get("licenses")])


class NoticeTest(unittest.TestCase):
    def test_the_notice_is_that_of_the_dependencies(self):
        with tempfile.NamedTemporaryFile() as file:
            subprocess.run([ROOT / ".ci/write-notice", file.name], check=True)
            self.assertEqual(Path(file.name).read_text(), (ROOT / "NOTICE").read_text(), "run .ci/write-notice")


if __name__ == "__main__":
    unittest.main()
