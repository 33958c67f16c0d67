"""release.yml and ci.yml, replayed from the files themselves: every script that they run, in its order, where there is no
GitHub.

What GitHub would do, or what takes a network, is stood in for by small programs; Maven makes an executable of a few
bytes. python3 has no moto, as on a runner that installed none.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

import yaml

sys.dont_write_bytecode = True
from authorities import DEBIAN, TRUSTED, certificates_in, listed  # noqa: E402
from sam_template import ROOT  # noqa: E402

WORKFLOWS = {name: yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text()) for name in ("release", "ci")}
TAG, ARCHITECTURE = "v7.8.9", "x86_64"
MAVEN = """#!/bin/sh
echo "mvnw $*" >> "$REPLAYED"
for argument; do
    case "$argument" in
        verify) mkdir -p target && cp "$EXECUTABLE" target/cobrowse-function-7.8.9-runner && cp "$ZIP" target/function.zip ;;
        -DoutputFile=*) echo "   com.example:library:jar:1.0:compile:/none.jar" > "${argument#-DoutputFile=}" ;;
        -DoutputDirectory=*) cp "$BILL" "${argument#-DoutputDirectory=}/bom.json" ;;
    esac
done
"""
# The tests of the emulator alone: the others need a real executable, and the gate has run them.
NPM = """#!/bin/sh
echo "npm $*" >> "$REPLAYED"
case "$1" in
    ci) ;;
    test) exec node --test --test-timeout=60000 deployed.test.mjs emulator.test.mjs ;;
    *) exec "$REAL_NPM" "$@" ;;
esac
"""
GH = """#!/bin/sh
echo "gh $*" >> "$REPLAYED"
case "$1" in run) echo "$CONCLUSION" ;; esac
"""
PYTHON_WITHOUT_MOTO = """#!/bin/sh
case "$*" in *moto*) echo "No module named 'moto'" >&2; exit 1 ;; esac
exec "$REAL_PYTHON" "$@"
"""
# Of the gate: what it would do at length.
RECORD = """#!/bin/sh
called="$(basename "$PWD"): $(basename "$0") $*"
echo "$called" >> "$REPLAYED"
case "$called" in $FAILING) exit 1 ;; esac
"""
MAVEN_OF_THE_GATE = RECORD + """
case "$*" in *-Dnative*) mkdir -p target && touch target/cobrowse-function-7.8.9-runner ;; esac
"""
CHANGELOG = "## 7.8.9 - 2026-12-01\n\n- New.\n\n"
BILL = {"metadata": {"component": {"bom-ref": "own"}}, "components": [], "dependencies": [{"ref": "own"}]}


def trusted_authority():
    for path in sorted(DEBIAN.glob("*.crt")):
        der = subprocess.run(["openssl", "x509", "-in", path, "-outform", "DER"], capture_output=True).stdout
        if all(listed()[1][f][0] == TRUSTED for f in certificates_in(der)):
            return der


class Replayed(unittest.TestCase):
    def setUp(self):
        self.directory = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.directory)
        self.work, self.tools = self.directory / "work", self.directory / "tools"
        self.tools.mkdir()
        shutil.copytree(ROOT, self.work, symlinks=True, ignore=shutil.ignore_patterns(
            "target", "node_modules", ".git", ".aws-sam", "dist"))  # fmt: skip
        for script in ("install-checks", "upgrade-authorities"):
            self.stand_in(self.work / ".ci" / script, "#!/bin/sh\n")
        self.env = os.environ | {
            "REPLAYED": str(self.directory / "replayed"),
            "PATH": f"{self.tools}:{os.environ['PATH']}",
            "GITHUB_ACTIONS": "true",
            "GITHUB_REPOSITORY": "owner/repository",
            "GITHUB_REF_NAME": TAG,
            "GITHUB_SHA": "0" * 40,
            "GITHUB_WORKSPACE": str(self.work),
            "GITHUB_ENV": str(self.directory / "env"),
            "GITHUB_PATH": str(self.directory / "path"),
            "RUNNER_TEMP": str(self.directory),
        }

    def replayed(self):
        return Path(self.env["REPLAYED"]).read_text().splitlines()

    def stand_in(self, path, script):
        path.write_text(script)
        path.chmod(0o755)

    def replay(self, job, machine=None):
        """Runs the job's scripts as GitHub does. Returns the first that fails, or None."""
        matrix = {
            "${{ matrix.architecture }}": ARCHITECTURE, "${{ matrix.machine }}": machine, "${{ github.token }}": "token",
        }  # fmt: skip
        definition = WORKFLOWS[self.workflow]["jobs"][job]
        env = self.env | {k: matrix.get(v, v) for k, v in definition.get("env", {}).items()}
        for step in definition["steps"]:
            if "run" not in step:
                continue
            written = Path(self.env["GITHUB_ENV"])
            lines = written.read_text().splitlines() if written.exists() else []
            of_step = {k: matrix.get(v, v) for k, v in step.get("env", {}).items()}
            command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
            cwd = self.work / step.get("working-directory", ".")
            done = subprocess.run(
                command, cwd=cwd, env=env | dict(line.split("=", 1) for line in lines) | of_step,
                stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300,
            )  # fmt: skip
            if done.returncode:
                return f"{step.get('name', step['run'])}\n{done.stdout}{done.stderr}"
        return None


@unittest.skipUnless(all(map(shutil.which, ("gcc", "openssl", "npm", "make"))) and DEBIAN.is_dir(), "needs gcc and Debian")
class ReleaseWorkflowTest(Replayed):
    workflow = "release"

    def setUp(self):
        super().setUp()
        for modules in ("src/web/node_modules", "src/test/node/node_modules"):
            (self.work / modules).symlink_to(ROOT / modules)
        pom = (self.work / "pom.xml").read_text()
        (self.work / "pom.xml").write_text(re.sub("<version>.*?</version>", "<version>7.8.9</version>", pom, count=1))
        (self.work / "CHANGELOG.md").write_text(CHANGELOG + (ROOT / "CHANGELOG.md").read_text())
        self.stand_in(self.work / "mvnw", MAVEN)
        for name, script in (("npm", NPM), ("gh", GH), ("python3", PYTHON_WITHOUT_MOTO)):
            self.stand_in(self.tools / name, script)
        (self.directory / "bill").write_text(json.dumps(BILL))
        executable = self.directory / "program"
        source = "int main(void) { return 0; }"
        subprocess.run(["gcc", "-x", "c", "-", "-o", executable], input=source.encode(), check=True)
        executable.write_bytes(executable.read_bytes() + trusted_authority())
        with zipfile.ZipFile(self.directory / "function.zip", "w") as archive:
            archive.write(executable, "bootstrap")
        self.env |= {
            "EXECUTABLE": str(executable),
            "ZIP": str(self.directory / "function.zip"),
            "BILL": str(self.directory / "bill"),
            "REAL_NPM": shutil.which("npm"),
            "REAL_PYTHON": sys.executable,
            "CONCLUSION": "success",
        }

    def test_it_runs_to_its_end(self):
        for job in ("tested", "build"):
            self.assertIsNone(self.replay(job))
        # What was built on the other processor.
        release = self.work / "release"
        shutil.copy(release / "cobrowse-function-7.8.9-x86_64.zip", release / "cobrowse-function-7.8.9-arm64.zip")
        self.assertIsNone(self.replay("publish"))
        (published,) = [l for l in self.replayed() if "release create" in l]
        files = set(published.split("release/")[1:])
        self.assertEqual(
            {
                "SHA256SUMS", "cobrowse-button-7.8.9.js", "cobrowse-button-7.8.9.js.sha384", "cobrowse-button-7.8.9.tgz",
                "cobrowse-function-7.8.9-arm64.zip", "cobrowse-function-7.8.9-x86_64.cdx.json",
                "cobrowse-function-7.8.9-x86_64.zip", "cobrowse-function.yaml", "genesys.tgz",
            },
            {file.strip() for file in files},
        )  # fmt: skip
        notes = (self.work / "notes.md").read_text()
        self.assertIn("- New.", notes)
        self.assertRegex(notes, r"trusts 1 authorities.*\d{4}-\d\d-\d\d")
        sums = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=release, capture_output=True)
        self.assertEqual(0, sums.returncode, sums.stdout)

    def test_a_commit_whose_ci_was_not_green_is_not_released(self):
        for conclusion in ("failure", "cancelled", ""):
            self.env["CONCLUSION"] = conclusion
            self.assertIn("CI was green", self.replay("tested") or "")
        self.assertEqual("tested", WORKFLOWS["release"]["jobs"]["build"]["needs"])
        self.assertEqual("build", WORKFLOWS["release"]["jobs"]["publish"]["needs"])

    def test_an_executable_with_a_dropped_authority_is_not_released(self):
        command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        command += ["-subj", "/CN=Dropped", "-keyout", "/dev/null", "-outform", "DER"]
        dropped = subprocess.run(command, capture_output=True, check=True).stdout
        executable = Path(self.env["EXECUTABLE"])
        executable.write_bytes(executable.read_bytes() + dropped)
        self.assertIn("Dropped", self.replay("build") or "")


class CiWorkflowTest(Replayed):
    workflow = "ci"
    gate = (
        "work: check-vulnerabilities ",
        "work: mvnw --batch-mode --no-transfer-progress spotless:check",
        "work: mvnw --batch-mode --no-transfer-progress verify",
        "web: npm test",
        ".ci: npm run --silent test",
        "node: npm run --silent test:files",
        "work: check-template ",
        "work: python3 -m openapi_spec_validator docs/openapi.yaml",
        "work: mvnw --batch-mode --no-transfer-progress verify -Dnative -DskipUnitTests",
        "work: check-trust target/cobrowse-function-7.8.9-runner",
        "node: npm test",
    )

    def setUp(self):
        super().setUp()
        graalvm = self.directory / "graalvm"
        (graalvm / "bin").mkdir(parents=True)
        tools = [self.tools / name for name in ("npm", "python3", "chromium", "unzip")]
        scripts = [self.work / ".ci" / name for name in ("check-vulnerabilities", "check-template", "check-trust")]
        for program in (*tools, *scripts, graalvm / "bin/native-image"):
            self.stand_in(program, RECORD)
        self.stand_in(self.work / "mvnw", MAVEN_OF_THE_GATE)
        self.env |= {"GRAALVM_HOME": str(graalvm), "FAILING": "none"}

    def test_the_gate_runs_to_its_end(self):
        self.assertIsNone(self.replay("verify"))
        self.assertEqual(list(self.gate), [line for line in self.replayed() if " -c " not in line and " ci " not in line])

    def test_whatever_fails_fails_the_gate(self):
        for step in self.gate:
            self.env["FAILING"] = step
            self.assertIsNotNone(self.replay("verify"), step)
            self.assertEqual(step, self.replayed()[-1])

    def test_what_cannot_be_checked_fails_it_there(self):
        for missing in ("work: python3 -c import cfnlint*", "work: python3 -c import moto*"):
            self.env["FAILING"] = missing
            self.assertIn("NOT ", self.replay("verify") or "", missing)
        self.env |= {"FAILING": "none", "GRAALVM_HOME": "/none", "HOME": str(self.directory)}
        self.assertIn("NOT TESTED NATIVELY", self.replay("verify") or "")

    def test_every_other_machine_is_one_that_can_be_played(self):
        machines = WORKFLOWS["ci"]["jobs"]["anywhere"]["strategy"]["matrix"]["machine"]
        played = re.findall(r"^#   ([\w-]+) ", (ROOT / ".ci/anywhere").read_text(), re.MULTILINE)
        self.assertEqual(["umlaut-path", "no-chromium", "no-ipv6", "other-tmp"], [name for name in played if name not in machines])
        self.stand_in(self.work / ".ci/anywhere", RECORD)
        for machine in machines:
            self.assertIn(machine, played)
            self.assertIsNone(self.replay("anywhere", machine))
        self.assertEqual([f"work: anywhere {machine}" for machine in machines], self.replayed())


if __name__ == "__main__":
    unittest.main()
