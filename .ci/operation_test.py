"""What is seen of a deployment: alarms, dashboard, and the queries that docs/operations.md tells people to run."""

import json
import re
import unittest

from sam_template import as_list, of_type, properties, read

# The root members of the line that the function logs for each request, and its metrics.
MEASURED = {
    "requests", "failures", "unjoinable", "durationMs", "logIns", "replays", "coldStarts",
    "genesysTokenMs", "genesysFindUserMs", "genesysStartMs", "genesysFetchMs", "genesysEndMs",
}  # fmt: skip
LINE = MEASURED | {
    "event", "correlationId", "awsRequestId", "apiRequestId", "traceId", "operation", "target", "code", "status",
    "caller", "subject", "conversationId", "userId", "deploymentId",
    "sessionId", "fetched", "replayed", "coldStart", "token", "retryAfter",
    "genesys.0.call", "genesys.0.attempts", "genesys.0.status", "genesys.0.ms",
}  # fmt: skip
# Of Lambda's own lines, and of the function's others (quarkus-logging-json).
OTHER_LINES = {"message", "type", "record.status", "record.errorType", "level", "mdc.code", "mdc.correlationId"}
WORDS = set("fields filter parse stats sort by as and or not in desc limit ispresent count sum avg max pct bin".split())
DIMENSIONS = [{"function"}, {"function", "code"}, {"function", "version"}]
OF_AWS = {
    "AWS/Lambda": (
        {"Errors", "Invocations", "Throttles"},
        [["FunctionName", "Resource"], ["FunctionName", "Resource", "ExecutedVersion"]],
    ),
    "AWS/ApiGateway": ({"4xx", "5xx", "Count"}, [["ApiId"]]),
    "AWS/DynamoDB": ({"ReadThrottleEvents", "WriteThrottleEvents"}, [["TableName"]]),
    "AWS/States": ({"ExecutionsFailed", "ExecutionsTimedOut"}, [["StateMachineArn"]]),
}
ALARMS = of_type("AWS::CloudWatch::Alarm")


def metrics_of(alarm):
    """What it watches: its metric, or those of its expression."""
    return [m["MetricStat"]["Metric"] for m in alarm["Metrics"] if "MetricStat" in m] if "Metrics" in alarm else [alarm]


def metrics():
    return [(name, metric) for name, alarm in ALARMS.items() for metric in metrics_of(alarm)]


OPERATIONS = read("docs/operations.md")
QUERIES = re.findall(r"```sql\n(.*?)```", OPERATIONS, re.DOTALL)


def dashboard():
    body, parts = properties("Dashboard")["DashboardBody"]["Fn::Sub"]
    for name in ("OfHttpApi", "OfHeartbeat"):
        body = body.replace("${%s}" % name, parts[name]["Fn::If"][1]["Fn::Sub"])
    return json.loads(re.sub(r"\$\{!?([^}]+)}", r"\1", body))["widgets"]


def asked_of(query):
    """The fields that a query names, and does not make."""
    made = set(re.findall(r" as (\w+)", query)) | set(re.findall(r"\(\?<(\w+)>", query))
    bare = re.sub(r"/.*/|\"[^\"]*\"|'[^']*'|\d+m", "", query)
    names = set(re.findall(r"@?[A-Za-z][\w.]*", bare)) - WORDS - made
    return {re.sub(r"\.\d\.", ".0.", name) for name in names if not name.startswith("@")}


class OperationTest(unittest.TestCase):
    def test_every_alarm_is_heard_but_those_for_a_canary_and_missing_data_is_none(self):
        heard = {"Fn::If": ["HasAlarmTopic", [{"Ref": "AlarmTopicArn"}], {"Ref": "AWS::NoValue"}]}
        for name, alarm in ALARMS.items():
            for actions in ("AlarmActions", "OKActions"):
                self.assertEqual(None if name.startswith("NewVersion") else heard, alarm.get(actions), name)
            self.assertEqual("breaching" if name == "SilenceAlarm" else "notBreaching", alarm["TreatMissingData"], name)
            self.assertNotIn("Unit", alarm, name)

    def test_alarms_watch_metrics_that_aws_writes(self):
        for name, metric in metrics():
            if metric["Namespace"] != "CobrowseFunction":
                names, dimensions = OF_AWS[metric["Namespace"]]
                self.assertIn(metric["MetricName"], names, name)
                self.assertIn([d["Name"] for d in metric["Dimensions"]], dimensions, name)

    def test_alarms_watch_metrics_that_are_written(self):
        own = [(name, metric) for name, metric in metrics() if metric["Namespace"] == "CobrowseFunction"]
        self.assertGreaterEqual(len(own), len(ALARMS))
        for name, metric in own:
            self.assertIn(metric["MetricName"], MEASURED, name)
            self.assertIn({d["Name"] for d in metric["Dimensions"]}, DIMENSIONS, name)
            self.assertIn({"Name": "function", "Value": {"Ref": "CobrowseFunction"}}, metric["Dimensions"], name)
        self.assertEqual({}, of_type("AWS::Logs::MetricFilter"))

    def test_alarms_name_codes_that_exist(self):
        codes = re.findall(r"^ {4}([A-Z_]+)\(", read("src/main/java/cobrowse/failure/Code.java"), re.MULTILINE)
        named = {d["Value"] for _, metric in metrics() for d in metric["Dimensions"] if d["Name"] == "code"}
        self.assertLessEqual(named - {"ok"}, {code.lower().replace("_", "-") for code in codes})

    def test_one_bug_or_one_execution_that_does_not_end_is_enough(self):
        for name in ("InternalErrorsAlarm", "ExecutionsTimedOutAlarm"):
            self.assertEqual((1, 1), (ALARMS[name]["Threshold"], ALARMS[name]["EvaluationPeriods"]), name)

    def test_every_alarm_says_what_it_means_where_to_look_and_what_to_do(self):
        sections = dict(re.findall(r"^### `(\w+)`\n(.*?)(?=^### |\Z)", OPERATIONS, re.MULTILINE | re.DOTALL))
        self.assertEqual(set(ALARMS), set(sections))
        for name, section in sections.items():
            meaning, _, rest = section.partition("```")
            self.assertTrue(meaning.strip(), name)
            self.assertIn("sql\n", "```" + rest, name)

    def test_queries_ask_for_what_the_lines_hold(self):
        self.assertGreaterEqual(len(QUERIES), len(ALARMS))
        text, parts = properties_of_stage()["AccessLogSettings"]["Format"]["Fn::Sub"]
        access_log = set(json.loads(text.replace("${Callers}", parts["Callers"]["Fn::If"][1])))
        for query in QUERIES:
            known = access_log if "routeKey" in query else LINE | OTHER_LINES
            self.assertEqual(set(), asked_of(query) - known, query)
        self.assertEqual({"cde"}, asked_of('filter event = "request" | stats count() as n by cde, bin(1m)') - LINE)

    def test_the_last_call_is_found_in_a_line(self):
        calls = [("token", 1, 200), ("find-user", 1, 200), ("start", 3, 429)]
        genesys = [{"call": call, "attempts": attempts, "status": status, "ms": 9} for call, attempts, status in calls]
        line = json.dumps({"event": "request", "genesys": genesys, "token": "held"}, separators=(",", ":"))
        (pattern,) = set(re.findall(r"parse @message /(.*)/", OPERATIONS))
        found = re.match(pattern.replace("(?<", "(?P<"), line)
        self.assertEqual({"lastCall": "start", "attempts": "3", "lastStatus": "429"}, found.groupdict())

    def test_the_dashboard_shows_metrics_that_are_written_and_every_alarm(self):
        shown, alarms, logs = set(), set(), []
        for widget in dashboard():
            for metric in widget["properties"].get("metrics", []):
                if metric[0] == "CobrowseFunction":
                    shown.add(metric[1])
                    self.assertEqual(["function", "CobrowseFunction"], metric[2:4])
                elif isinstance(metric[0], dict):
                    self.assertIn('{CobrowseFunction,code,function} MetricName="requests"', metric[0]["expression"])
            alarms |= set(widget["properties"].get("alarms", []))
            logs += as_list(widget["properties"].get("query", []))
        self.assertEqual(MEASURED - {"requests", "failures"}, shown)
        self.assertEqual({f"{name}.Arn" for name in ALARMS}, alarms)
        self.assertEqual(set(), asked_of(logs[0].partition("|")[2]) - LINE)

    def test_widgets_do_not_overlap(self):
        taken = [
            (x, y)
            for w in dashboard()
            for x in range(w["x"], w["x"] + w["width"])
            for y in range(w["y"], w["y"] + w["height"])
        ]
        self.assertEqual(len(taken), len(set(taken)))
        self.assertLess(max(x for x, _ in taken), 24)


def properties_of_stage():
    (stage,) = of_type("AWS::ApiGatewayV2::Stage").values()
    return stage


if __name__ == "__main__":
    unittest.main()
