"""docs/data-protection.md against the template and the code: what is kept stands there, and nothing that is not."""

import json
import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs/data-protection.md").read_text()
TEMPLATES = [ROOT / "template.yaml", ROOT / "docs/egress.yaml"]
CODE = ROOT / "src/main/java/cobrowse"
# A member's name begins with a lower-case letter; CloudWatch's own within `_aws` do not.
MEMBER = r'"([a-z_]\w*)"'
EXAMPLES = (ROOT / "docs/observability.md").read_text()
WHO_AND_WHOSE = ("caller", "subject", "conversationId", "userId", "sessionId", "deploymentId", "correlationId")
OF_A_CALL = {"call", "attempts", "ms"}


def section(heading):
    begin = re.search(rf"^(#+) {heading}$", PAGE, re.M)
    end = re.search(rf"^#{{1,{len(begin[1])}}} ", PAGE[begin.end() :], re.M)
    return PAGE[begin.end() :][: end.start() if end else None]


def quoted(text):
    return set(re.findall(r"`([^`\s]+)`", text))


def first_column(text):
    return set().union(*(quoted(row.split("|")[1]) for row in re.findall(r"^\|.*\|$", text, re.M)))


def java(*packages):
    return "\n".join(file.read_text() for package in packages for file in sorted((CODE / package).glob("*.java")))


class DataProtectionTest(unittest.TestCase):
    def test_log_groups_are_those_of_the_templates(self):
        written = {name for template in TEMPLATES for name in log_groups(template.read_text())}
        self.assertEqual({name for name in quoted(section("The logs")) if name.startswith("/aws/")}, written)

    def test_retention_is_the_parameters(self):
        default = re.search(r"^  LogRetentionDays:\n    Type: Number\n    Default: (\d+)", TEMPLATES[0].read_text(), re.M)
        self.assertEqual({*re.findall(r"`LogRetentionDays`,? \(?(\d+) days", PAGE)}, {default[1]})
        self.assertEqual(TEMPLATES[0].read_text().count("RetentionInDays: !Ref LogRetentionDays"), 8)

    def test_access_log_has_these_fields(self):
        stage = re.search(r"^  HttpApiStage:.*?^  \w", TEMPLATES[0].read_text(), re.M | re.S)[0]
        written = set(re.findall(r'"(\w+)":"\$context', stage))
        self.assertGreater(len(written), 5)
        named = {name for name in quoted(section("The access log")) if re.fullmatch(r"[a-z]\w{3,}", name)}
        self.assertEqual(named, written)

    def test_line_has_no_member_that_is_not_named(self):
        source = java("telemetry", "lambda", "session", "api")
        written = set(re.findall(rf"\b(?:line|members|current)\s*\.(?:put|id|putArray|putObject)\(\s*{MEMBER}", source))
        written |= set(re.findall(rf"\.put\(\s*{MEMBER}", java("telemetry")))
        self.assertLessEqual({"timestamp", "code", "durationMs", "genesys"}, written)
        self.assertEqual(written - OF_A_CALL - first_column(section("The line of a request")), set())

    def test_line_has_the_members_that_are_explained(self):
        explained = first_column(EXAMPLES.split("## The metrics")[0])
        self.assertGreater(len(explained), 15)
        self.assertEqual(explained - first_column(section("The line of a request")), set())

    def test_query_tells_who_looked_at_whose_page(self):
        operations = (ROOT / "docs/operations.md").read_text()
        query = re.search(r"### Who looked at whose page\n\n```sql\n(.*?)```", operations, re.S)[1]
        # Those that RequestLineTest compares with the function's.
        lines = [json.loads(text) for text in re.findall(r"```json\n(.*?)```", EXAMPLES, re.S)]
        requests = [line for line in lines if line.get("event") == "request"]
        rows = answer(query, lines)
        done = [line for line in requests if line["code"] in ("ok", "outcome-unknown")]
        self.assertEqual(len(rows), len(done))
        self.assertLess(len(rows), len(requests))
        self.assertLessEqual({"start", "fetch", "end"}, {row["operation"] for row in rows})
        for row, line in zip(rows, done):
            members = {member: line[member] for member in WHO_AND_WHOSE if member in line}
            self.assertEqual({**row, **members}, row)

    def test_table_has_these_attributes(self):
        source = java("idempotency", "token", "table")
        written = set(re.findall(rf"attributes\.set\({MEMBER}", source))
        written |= set(re.findall(rf"static final String [A-Z]+ = {MEMBER};", source))
        named = first_column(section("The table"))
        self.assertEqual(written - named, set())
        self.assertEqual({name for name in named if name not in re.findall(r"\w+", source)}, set())
        key = re.search(r"AttributeName: (\w+), AttributeType", TEMPLATES[0].read_text())[1]
        expiry = re.search(r"TimeToLiveSpecification: { AttributeName: (\w+)", TEMPLATES[0].read_text())[1]
        self.assertLessEqual({key, expiry}, named)

    def test_no_backup_and_no_execution_data_in_the_log(self):
        self.assertIn("PointInTimeRecoveryEnabled: false", TEMPLATES[0].read_text())
        self.assertIn("IncludeExecutionData: false", TEMPLATES[0].read_text())


def answer(query, lines):
    """What Logs Insights makes of it, as far as this query goes: fields, one filter; the order is the lines'."""
    fields, condition, *rest = [part.strip() for part in query.split("|")]
    assert [part.split()[0] for part in rest] == ["sort", "limit"], rest
    names = fields.removeprefix("fields ").split(", ")
    terms = re.sub(r'(\w+) = ("[^"]*")', r"(line.get('\1') == \2)", condition.removeprefix("filter "))
    assert re.fullmatch(r"""(?:[()]|and|or| |\(line\.get\('\w+'\) == "[^"]*"\))+""", terms), terms
    return [{name: line.get(name) for name in names} for line in lines if eval(terms, {"line": line})]


def log_groups(template):
    names = re.findall(r"LogGroupName: !Sub (\S+)", template)
    return [name.replace("${AWS::StackName}", "{stack}") for name in names]


if __name__ == "__main__":
    unittest.main()
