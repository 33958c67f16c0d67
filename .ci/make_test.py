"""`make smoke` and `make rollback`, with the AWS CLI and an AWS on this machine."""

import json
import os
import re
import shutil
import subprocess
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from sam_template import ROOT

FUNCTION = "arn:aws:lambda:eu-central-1:123456789012:function:cobrowse-CobrowseFunction"
STACKS = f"""<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult>
<Stacks><member><StackName>cobrowse</StackName><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>
<member><OutputKey>ApiUrl</OutputKey><OutputValue>https://api</OutputValue></member>
<member><OutputKey>FunctionArn</OutputKey><OutputValue>{FUNCTION}:live</OutputValue></member>
</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>"""


class Aws(BaseHTTPRequestHandler):
    def answer_request(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = re.sub("%3A", ":", self.path)
        if path == "/":
            return self.answer(STACKS, "text/xml")
        self.server.requests.append((self.command, path.split("?")[0].rsplit("/", 1)[-1], body))
        self.answer(json.dumps(self.server.lambdas(self.command, path)), "application/json")

    do_GET = do_POST = do_PUT = answer_request

    def answer(self, text, content_type):
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        pass


@unittest.skipUnless(shutil.which("aws") and shutil.which("make"), "needs the AWS CLI and make")
class MakeTest(unittest.TestCase):
    def setUp(self):
        self.aws = ThreadingHTTPServer(("127.0.0.1", 0), Aws)
        self.aws.requests = []
        threading.Thread(target=self.aws.serve_forever, daemon=True).start()

    def tearDown(self):
        self.aws.shutdown()
        self.aws.server_close()

    def make(self, *arguments):
        environment = os.environ | {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.aws.server_port}",
            "AWS_DEFAULT_REGION": "eu-central-1",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_PAGER": "",
        }
        return subprocess.run(["make", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True)

    def serve(self, deployed, *versions):
        def lambdas(_, path):
            if path.endswith("/versions"):
                return {"Versions": [{"Version": version} for version in ("$LATEST", *versions)]}
            return {"Name": "live", "FunctionVersion": deployed}

        self.aws.lambdas = lambdas

    def weights(self):
        (body,) = [body for method, _, body in self.aws.requests if method == "PUT"]
        self.assertNotIn("FunctionVersion", json.loads(body))
        return json.loads(body)["RoutingConfig"]["AdditionalVersionWeights"]

    def test_smoke_is_content_with_a_function_that_refuses_an_empty_request(self):
        self.aws.lambdas = lambda *_: {"errorType": "invalid-request", "errorMessage": "{}"}
        done = self.make("smoke")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual([("POST", "invocations", b"{}")], self.aws.requests)

    def test_smoke_fails_and_shows_why_where_the_function_does_not_start(self):
        self.aws.lambdas = lambda *_: {"errorType": "Runtime.InvalidEntrypoint"}
        done = self.make("smoke")
        self.assertNotEqual(0, done.returncode)
        self.assertIn("Runtime.InvalidEntrypoint", done.stderr)

    def test_rollback_sends_everything_to_the_version_before(self):
        self.serve("10", "1", "8", "9", "10", "11")
        done = self.make("rollback")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertEqual({"9": 1.0}, self.weights())

    def test_rollback_sends_everything_to_the_version_that_is_named(self):
        self.serve("10", "1", "8", "9", "10")
        self.assertEqual(0, self.make("rollback", "VERSION=8").returncode)
        self.assertEqual({"8": 1.0}, self.weights())

    def test_rollback_can_be_taken_back(self):
        self.serve("10", "9", "10")
        self.assertEqual(0, self.make("rollback", "VERSION=none").returncode)
        self.assertEqual({}, self.weights())

    def test_rollback_of_the_first_version_changes_nothing(self):
        self.serve("1", "1")
        done = self.make("rollback")
        self.assertNotEqual(0, done.returncode)
        self.assertIn("no version before 1", done.stderr)
        self.assertEqual([], [request for request in self.aws.requests if request[0] == "PUT"])


if __name__ == "__main__":
    unittest.main()
