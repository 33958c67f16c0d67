"""check-vulnerabilities, on a project with a Maven of this test; and how versions are ordered."""

import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
from sam_template import ROOT  # noqa: E402
from versions import compare_maven, compare_npm  # noqa: E402

SCRIPTS = ("check-vulnerabilities", "dependencies.py", "versions.py")
# As Maven 3 orders them (org.apache.maven.artifact.versioning.ComparableVersion), and semver.org in its paragraph 11.
MAVEN = """1.0-alpha-1 < 1.0a2 < 1.0-beta1 < 1.0-M1 < 1.0.CR1 < 1.0-rc2 < 1.0-SNAPSHOT < 1.0.Final = 1.0 = 1 < 1.0.SP1
  < 1.1 < 2.21 < 2.21.2 < 2.21.10 < 3.33.2 < 3.33.2.1 < 3.33.3 < 4.1.99.Final < 4.1.130.Final < 4.2.0.Alpha1"""
NPM = """1.0.0-alpha < 1.0.0-alpha.1 < 1.0.0-alpha.beta < 1.0.0-beta < 1.0.0-beta.2 < 1.0.0-beta.11 < 1.0.0-rc.1 < 1.0.0
  = 1.0.0+build < 1.2.10 < 1.10.0 < 2.0.0"""
FOUND = """
The following files have been resolved:
   io.netty:netty-codec-http:jar:4.1.135.Final:compile:{jar} -- module io.netty.codec.http
   com.example:native:jar:linux-x86_64:1.0:runtime:{jar} -- module example (auto)
"""
HTTP, ANSWER = "io.netty:netty-codec-http", "CVE-2026-42"


class CheckTest(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        for directory in (".ci", "docs", "src/web/node_modules/hidden"):
            (self.root / directory).mkdir(parents=True)
        for name in SCRIPTS:
            shutil.copy(ROOT / ".ci" / name, self.root / ".ci")
        mvnw = '#!/bin/sh\nfor a; do case "$a" in -DoutputFile=*) cat list > "${a#-DoutputFile=}" ;; esac; done\n'
        (self.root / "mvnw").write_text(mvnw)
        (self.root / "mvnw").chmod(0o755)
        (self.root / "list").write_text(FOUND.format(jar="/tmp/a.jar"))
        packages = {"": {"version": "1.0.0"}, "node_modules/a": {"version": "2.0.0-rc.1"}}
        packages |= {"node_modules/a/node_modules/@scope/b": {"version": "1.0.0"}}
        (self.root / "src/web/package-lock.json").write_text(json.dumps({"packages": packages}))
        (self.root / "src/web/node_modules/hidden/package-lock.json").write_text("not looked at")

    def check(self, component, below, said="", here="mended"):
        entry = {"component": component, "below": below, "id": ANSWER, "here": here}
        (self.root / ".ci/vulnerabilities.json").write_text(json.dumps([entry]))
        (self.root / "docs/vulnerabilities.md").write_text(said)
        return subprocess.run([self.root / ".ci/check-vulnerabilities"], capture_output=True, text=True)

    def test_what_is_too_old_fails_with_the_identifier(self):
        for component, below in (
            (HTTP, "4.1.136.Final"),
            ("com.example:native", "1.1"),
            ("npm:a", "2.0.0"),
            ("npm:@scope/b", "1.0.1"),
        ):
            done = self.check(component, below)
            self.assertEqual(1, done.returncode, component)
            self.assertIn(f"{ANSWER}: {component} ", done.stdout)

    def test_what_is_as_new_as_that_passes(self):
        for component, below in ((HTTP, "4.1.135.Final"), (HTTP, "4.1.9"), ("npm:a", "2.0.0-rc.1"), ("npm:other", "9.0.0")):
            done = self.check(component, below)
            self.assertEqual(0, done.returncode, component + done.stdout + done.stderr)

    def test_a_reason_on_one_line_with_the_identifier_lets_it_pass(self):
        for line in (
            f"- {ANSWER}: HTTP/2 is not spoken here",
            f"| {HTTP} | {ANSWER} | no proxy is ever used |",
            f"`{ANSWER}` concerns servers, and nothing listens here.",
        ):
            self.assertEqual(0, self.check(HTTP, "4.1.136.Final", f"# Some\n\n{line}\n").returncode, line)

    def test_another_identifier_or_no_reason_does_not(self):
        for text in (
            f"{ANSWER}1: HTTP/2 is not spoken here",
            f"Mended with 4.1.136: {ANSWER}, CVE-2026-43",
            f"{ANSWER}, CVE-2026-43, CVE-2026-44",
            f"| {HTTP} | {ANSWER} | |",
            f"{ANSWER}\n\nThe reason is elsewhere than on that line.",
        ):
            self.assertEqual(1, self.check(HTTP, "4.1.136.Final", text).returncode, text)

    def test_a_project_of_which_maven_says_nothing_fails(self):
        (self.root / "list").write_text("\n   none\n")
        self.assertNotEqual(0, self.check(HTTP, "1").returncode)


class ListTest(unittest.TestCase):
    def test_what_is_not_mended_has_its_reason_in_the_document(self):
        document = (ROOT / "docs/vulnerabilities.md").read_text()
        for entry in json.loads((ROOT / ".ci/vulnerabilities.json").read_text()):
            self.assertEqual(["component", "below", "id", "here"], list(entry))
            if entry["here"] != "mended":
                (line,) = [line for line in document.splitlines() if entry["id"] in line]
                self.assertIn(entry["here"], line)


class VersionsTest(unittest.TestCase):
    def ordered(self, compare, text):
        parts = text.split()
        versions, relations = parts[::2], parts[1::2]
        for older, relation, newer in zip(versions, relations, versions[1:]):
            self.assertEqual((relation == "<"), compare(older, newer) < 0, f"{older} {relation} {newer}")
            self.assertEqual((relation == "<"), compare(newer, older) > 0, f"{older} {relation} {newer}")
        for i, one in enumerate(versions):
            for j, other in enumerate(versions):
                if "<" in relations[min(i, j) : max(i, j)]:
                    self.assertEqual(i < j, compare(one, other) < 0, f"{one} {other}")

    def test_maven(self):
        self.ordered(compare_maven, MAVEN)

    def test_npm(self):
        self.ordered(compare_npm, NPM)


if __name__ == "__main__":
    unittest.main()
