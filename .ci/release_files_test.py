"""The guards of a release: on executables of a C compiler, and on files of a release that are and are not right."""

import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from sam_template import ROOT

PLAIN = "int main(void) { return 0; }"
# Of glibc 2.36.
NEWER = "#include <stdlib.h>\nint main(void) { return (int) arc4random(); }"

CHANGELOG = """## Unreleased

## 1.2.3 - 2026-12-01

- New.

## 1.2.2 - 2026-11-01

- Old.
"""


def compiled(source, directory):
    executable = Path(directory) / "program"
    command = ["gcc", "-x", "c", "-", "-o", str(executable)]
    return executable if subprocess.run(command, input=source.encode(), capture_output=True).returncode == 0 else None


@unittest.skipUnless(shutil.which("gcc") and shutil.which("readelf"), "needs gcc and binutils")
class GlibcTest(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.directory)

    def check(self, file):
        return subprocess.run([ROOT / ".ci/check-glibc", file], capture_output=True, text=True)

    def test_an_executable_that_lambda_can_run_passes(self):
        done = self.check(compiled(PLAIN, self.directory))
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertRegex(done.stdout, r"needs glibc 2\.\d+")

    def test_an_executable_that_needs_a_newer_glibc_is_refused_with_its_symbols(self):
        executable = compiled(NEWER, self.directory)
        if executable is None:
            self.skipTest("this glibc is not newer than 2.35")
        done = self.check(executable)
        self.assertEqual(1, done.returncode)
        self.assertIn("arc4random@GLIBC_2.36", done.stderr)

    def test_what_is_no_executable_is_refused(self):
        self.assertNotEqual(0, self.check(ROOT / "README.md").returncode)


class ReleaseFilesTest(unittest.TestCase):
    def check(self, tag, version="1.2.3", changelog=CHANGELOG):
        with tempfile.TemporaryDirectory() as directory:
            root = Path(directory)
            (root / ".ci").mkdir()
            shutil.copy(ROOT / ".ci/check-release", root / ".ci/check-release")
            pom = (ROOT / "pom.xml").read_text()
            own = pom.split("<version>")[1].split("</version>")[0]
            (root / "pom.xml").write_text(pom.replace(f"<version>{own}<", f"<version>{version}<", 1))
            (root / "CHANGELOG.md").write_text(changelog)
            return subprocess.run([root / ".ci/check-release", tag], capture_output=True, text=True)

    def test_a_release_of_one_version_has_its_own_notes(self):
        done = self.check("v1.2.3")
        self.assertEqual((0, "- New."), (done.returncode, done.stdout.strip()), done.stderr)

    def test_a_tag_of_another_version_is_refused(self):
        for tag in ("v1.2.2", "1.2.3", "v1.2.3-SNAPSHOT", "v1.2"):
            self.assertEqual(1, self.check(tag).returncode, tag)

    def test_a_snapshot_is_refused(self):
        self.assertIn("1.2.3-SNAPSHOT", self.check("v1.2.3", version="1.2.3-SNAPSHOT").stderr)

    def test_a_release_without_a_day_is_refused_for_that_alone(self):
        done = self.check("v1.2.3", changelog=CHANGELOG.replace("2026-12-01", "YYYY-MM-DD"))
        self.assertEqual(1, done.returncode)
        self.assertRegex(done.stderr, r"^CHANGELOG\.md lacks the day of 1\.2\.3.*\n$")

    def test_a_release_that_nobody_described_is_refused(self):
        self.assertEqual(1, self.check("v1.2.3", changelog="## Unreleased\n\n- New.\n").returncode)


if __name__ == "__main__":
    unittest.main()
