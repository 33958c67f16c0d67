"""The code of ReleaseCheck, run against an AWS on this machine: with functions that start and with some that do not."""

import base64
import json
import os
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from sam_template import SOURCE

GOOD = ({"errorType": "invalid-request", "errorMessage": '{"code":"invalid-request"}'}, "Unhandled")
NOT_BUILT_FOR_THIS = (
    {"errorType": "Runtime.InvalidEntrypoint", "errorMessage": "exec format error"},
    "Unhandled",
)
EXITS = ({"errorType": "Runtime.ExitError", "errorMessage": "exit status 1"}, "Unhandled")
SILENT = ({"errorType": "Sandbox.Timedout", "errorMessage": "Task timed out after 15.00 seconds"}, "Unhandled")
TAKES_ANYTHING = ({"id": "session-1"}, None)
FROM_CLOUDFORMATION = {"StackId": "stack", "RequestId": "request", "LogicalResourceId": "Trial"}


class Aws(BaseHTTPRequestHandler):
    """Lambda's Invoke, what CodeDeploy is told, and what CloudFormation is told."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        target = self.headers.get("X-Amz-Target", "")
        if target.endswith(".PutLifecycleEventHookExecutionStatus"):
            self.server.codedeploy.append(json.loads(body))
            return self.answer(200, {})
        self.server.invocations.append((self.path, json.loads(body)))
        if self.server.refusals:
            status, code = self.server.refusals.pop(0)
            return self.answer(status, {"Message": "not now"}, {"x-amzn-ErrorType": code})
        payload, error = self.server.function
        tail = {"X-Amz-Log-Result": self.server.log} if self.headers["X-Amz-Log-Type"] == "Tail" else {}
        self.answer(200, payload, tail | ({"X-Amz-Function-Error": error} if error else {}))

    def do_PUT(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.cloudformation.append((self.headers["Content-Type"], json.loads(body)))
        self.answer(200, {})

    def answer(self, status, payload, headers=None):
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        content = json.dumps(payload).encode()
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


class ReleaseCheckTest(unittest.TestCase):
    def setUp(self):
        self.aws = ThreadingHTTPServer(("127.0.0.1", 0), Aws)
        self.aws.log = ""
        self.aws.invocations, self.aws.codedeploy, self.aws.cloudformation, self.aws.refusals = [], [], [], []
        threading.Thread(target=self.aws.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.aws.server_port}"
        os.environ |= {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_DEFAULT_REGION": "eu-central-1",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_MAX_ATTEMPTS": "1",
            "FUNCTION": "cobrowse",
            "PAUSE": "0",
        }

    def tearDown(self):
        self.aws.shutdown()
        self.aws.server_close()

    def run_check(self, function, event):
        self.aws.function = function
        code = {"print": lambda *_: None}
        exec(SOURCE["Resources"]["ReleaseCheck"]["Properties"]["InlineCode"], code)
        code["handler"](event, None)

    def status_of(self, function):
        self.run_check(function, {"DeploymentId": "d-1", "LifecycleEventHookExecutionId": "hook-1"})
        (told,) = self.aws.codedeploy
        self.aws.codedeploy.clear()
        self.assertEqual(("d-1", "hook-1"), (told["deploymentId"], told["lifecycleEventHookExecutionId"]))
        return told["status"]

    def trial_of(self, function, settings, request="Create"):
        event = FROM_CLOUDFORMATION | {"RequestType": request, "ResponseURL": self.url + "/response"}
        self.run_check(function, event | {"ResourceProperties": {"Settings": settings}})
        ((content_type, told),) = self.aws.cloudformation
        self.aws.cloudformation.clear()
        self.assertEqual("", content_type)
        self.assertLessEqual(FROM_CLOUDFORMATION.items(), told.items())
        return told

    def test_codedeploy_lets_only_a_function_go_live_that_refuses_the_request_by_name(self):
        self.assertEqual("Succeeded", self.status_of(GOOD))
        for broken in (NOT_BUILT_FOR_THIS, EXITS, SILENT, TAKES_ANYTHING, (None, None), ([], "Unhandled")):
            self.assertEqual("Failed", self.status_of(broken), broken)

    def test_an_answer_of_that_name_that_is_no_error_is_not_enough(self):
        self.assertEqual("Failed", self.status_of((GOOD[0], None)))

    def test_the_request_names_no_target(self):
        self.status_of(GOOD)
        self.assertEqual([("/2015-03-31/functions/cobrowse/invocations", {})], self.aws.invocations)

    def test_cloudformation_hears_why_a_function_does_not_start(self):
        told = self.trial_of(NOT_BUILT_FOR_THIS, ["arm64"])
        self.assertEqual("FAILED", told["Status"])
        self.assertIn("Runtime.InvalidEntrypoint", told["Reason"])

    def test_cloudformation_hears_what_the_function_said_before_it_ended(self):
        lines = [
            '{"time":"2026-11-28T09:00:00.000Z","type":"platform.initStart","record":{}}',
            "CALLER_SCOPE is 'a b', but must be one scope.",
            '{"time":"2026-11-28T09:00:00.100Z","type":"platform.report","record":{}}',
        ]
        self.aws.log = base64.b64encode("\n".join(lines).encode()).decode()
        reason = self.trial_of(EXITS, [])["Reason"]
        self.assertTrue(reason.endswith("The last line of its log: CALLER_SCOPE is 'a b', but must be one scope."), reason)

    def test_what_cloudformation_hears_is_not_longer_than_it_takes(self):
        self.aws.log = base64.b64encode(b"x" * 4096).decode()
        broken = ({"errorType": "Runtime.ExitError", "errorMessage": "x" * 10_000}, "Unhandled")
        self.assertLess(len(json.dumps(self.trial_of(broken, []))), 4096)

    def test_other_settings_have_another_name(self):
        one, same, other = (self.trial_of(GOOD, s) for s in (["a", ""], ["a", ""], ["", "a"]))
        self.assertEqual({"SUCCESS"}, {told["Status"] for told in (one, same, other)})
        self.assertEqual(one["Data"], same["Data"])
        self.assertNotEqual(one["Data"], other["Data"])
        self.assertEqual(one["PhysicalResourceId"], other["PhysicalResourceId"])
        self.assertLessEqual(len(one["Data"]["Settings"]), 256)

    def test_a_stack_with_a_broken_function_can_be_deleted(self):
        self.assertEqual("SUCCESS", self.trial_of(EXITS, [], "Delete")["Status"])
        self.assertEqual([], self.aws.invocations)

    def test_it_waits_for_a_function_that_is_not_ready(self):
        self.aws.refusals = [
            (403, "AccessDeniedException"),
            (409, "ResourceConflictException"),
            (429, "TooManyRequestsException"),
        ]
        self.assertEqual("Succeeded", self.status_of(GOOD))
        self.assertEqual(4, len(self.aws.invocations))

    def test_it_does_not_wait_forever_and_tells_for_what_it_did(self):
        self.aws.refusals = [(409, "ResourceConflictException")] * 1000
        told = self.trial_of(GOOD, [])
        self.assertEqual("FAILED", told["Status"])
        self.assertIn("ResourceConflictException", told["Reason"])
        self.assertEqual(24, len(self.aws.invocations))

    def test_a_refusal_for_good_is_told_at_once(self):
        self.aws.refusals = [(404, "ResourceNotFoundException")]
        self.assertEqual("Failed", self.status_of(GOOD))
        self.assertEqual(1, len(self.aws.invocations))


if __name__ == "__main__":
    unittest.main()
