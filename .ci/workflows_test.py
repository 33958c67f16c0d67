"""What the workflows may do, and what they run."""

import re
import unittest

import yaml

from sam_template import ROOT

WORKFLOWS = {path.name: path.read_text() for path in sorted((ROOT / ".github/workflows").glob("*.yml"))}
# More than reading the repository, and what it is for.
GRANTED = {
    ("codeql.yml", "analyze"): {"contents": "read", "security-events": "write"},
    ("pages.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("release.yml", "tested"): {"contents": "read", "actions": "read"},
    ("release.yml", "publish"): {"contents": "write", "id-token": "write", "attestations": "write"},
}


def jobs():
    for name, text in WORKFLOWS.items():
        for job, definition in yaml.safe_load(text)["jobs"].items():
            yield name, job, definition


class WorkflowsTest(unittest.TestCase):
    def test_every_action_is_pinned_to_a_commit_and_says_which_version_that_is(self):
        pins = {}
        for name, text in (WORKFLOWS | {"docs/pipeline.yml": (ROOT / "docs/pipeline.yml").read_text()}).items():
            for line in re.findall(r"uses:.*", text):
                pinned = re.fullmatch(r"uses: ([\w./-]+)@([0-9a-f]{40}) # v(\d+\.\d+\.\d+)", line)
                self.assertTrue(pinned, f"{name}: {line}")
                pins.setdefault("/".join(pinned[1].split("/")[:2]), set()).add(pinned.groups()[1:])
        self.assertEqual({}, {action: versions for action, versions in pins.items() if len(versions) > 1})

    def test_a_workflow_reads_the_repository_and_only_the_known_jobs_do_more(self):
        for name, text in WORKFLOWS.items():
            self.assertEqual({"contents": "read"}, yaml.safe_load(text)["permissions"], name)
        granted = {(name, job): d["permissions"] for name, job, d in jobs() if "permissions" in d}
        self.assertEqual(GRANTED, granted)

    def test_no_checkout_leaves_credentials_behind(self):
        for name, job, definition in jobs():
            for step in definition["steps"]:
                if step.get("uses", "").startswith("actions/checkout@"):
                    self.assertIs(False, step["with"]["persist-credentials"], f"{name} {job}")

    def test_every_job_ends(self):
        for name, job, definition in jobs():
            self.assertLessEqual(definition["timeout-minutes"], 60, f"{name} {job}")

    def test_what_a_step_works_in_and_runs_exists(self):
        for name, job, definition in jobs():
            for step in definition["steps"]:
                directory = step.get("working-directory", ".")
                self.assertTrue(directory == "release" or (ROOT / directory).is_dir(), f"{name} {job}: {directory}")
                for script in re.findall(r"(?<![\w/])\.ci/[\w-]+", step.get("run", "")):
                    self.assertTrue((ROOT / script).is_file(), f"{name} {job}: {script}")

    def test_no_expression_is_pasted_into_a_script(self):
        for name, job, definition in jobs():
            for step in definition["steps"]:
                self.assertNotIn("${{", step.get("run", ""), f"{name} {job}")

    def test_a_release_is_built_tried_and_guarded_on_both_processors(self):
        build = yaml.safe_load(WORKFLOWS["release.yml"])["jobs"]["build"]
        runners = {m["architecture"]: m["runner"] for m in build["strategy"]["matrix"]["include"]}
        self.assertEqual({"x86_64": "ubuntu-22.04", "arm64": "ubuntu-22.04-arm"}, runners)
        scripts = "\n".join(step.get("run", "") for step in build["steps"])
        guards = (".ci/check-release", ".ci/check-vulnerabilities", ".ci/check-trust", ".ci/check-glibc")
        for needed in ("verify -Dnative", "npm test", *guards, "make release"):
            self.assertIn(needed, scripts)

    def test_every_workflow_builds_with_the_same_exact_jdk(self):
        steps = [step for _, _, definition in jobs() for step in definition["steps"]]
        versions = [step["with"]["java-version"] for step in steps if "setup-graalvm@" in step.get("uses", "")]
        self.assertEqual(2, len(versions))
        self.assertEqual(1, len(set(versions)))
        self.assertRegex(versions[0], r"^\d+\.\d+\.\d+")

    def test_osv_is_asked_each_week_about_everything(self):
        osv = yaml.safe_load(WORKFLOWS["osv.yml"])
        # YAML 1.1 reads the key as a truth value.
        self.assertRegex(osv[True]["schedule"][0]["cron"], r"^\d+ \d+ \* \* [0-6]$")
        (scan,) = [step for step in osv["jobs"]["scan"]["steps"] if "osv-scanner-action" in step.get("uses", "")]
        self.assertEqual(["--recursive", "./"], scan["with"]["scan-args"].split())

    def test_every_run_of_tests_by_node_has_a_limit(self):
        for path in (".ci/run", ".ci/package.json", "src/web/package.json", "src/test/node/package.json"):
            for command in re.findall(r"node --test\b.*", (ROOT / path).read_text()):
                self.assertIn("--test-timeout=", command, path)

    def test_what_may_publish_runs_nothing_that_was_built(self):
        publish = yaml.safe_load(WORKFLOWS["release.yml"])["jobs"]["publish"]
        self.assertEqual("build", publish["needs"])
        scripts = "\n".join(step.get("run", "") for step in publish["steps"])
        for foreign in ("mvnw", "npm", "pip", "make"):
            self.assertNotIn(foreign, scripts)

    def test_dependabot_looks_after_everything_that_is_locked(self):
        updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text())["updates"]
        self.assertEqual({"maven", "npm", "github-actions"}, {update["package-ecosystem"] for update in updates})
        (npm,) = [update["directories"] for update in updates if update["package-ecosystem"] == "npm"]
        locked = {path.parent.relative_to(ROOT) for path in ROOT.glob(".ci/package-lock.json")}
        locked |= {path.parent.relative_to(ROOT) for path in ROOT.glob("src/test/*/package-lock.json")}
        locked |= {path.parent.relative_to(ROOT) for path in ROOT.glob("src/*/package-lock.json")}
        self.assertTrue(locked)
        for directory in locked:
            self.assertTrue(any((ROOT / directory).match(pattern.lstrip("/")) for pattern in npm), directory)


if __name__ == "__main__":
    unittest.main()
