"""The errors that the state machine names, against those that Lambda's API has."""

import json
import os
import unittest

import boto3

from sam_template import read

# Of what this function does not use: file systems, SnapStart, durable executions.
UNUSED = ("EFS", "S3Files", "SnapStart", "DurableExecution")
# Of Step Functions' documentation, and not in the API's model: what its client met, and IAM's refusal.
OF_THE_CLIENT = {
    "AWSLambdaException", "SdkClientException", "ClientExecutionTimeoutException", "Unknown", "AccessDeniedException",
}  # fmt: skip


class StateMachineTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")
        invoke = boto3.client("lambda").meta.service_model.operation_model("Invoke")
        cls.of_the_api = {error.name for error in invoke.error_shapes if not error.name.startswith(UNUSED)}
        states = json.loads(read("statemachine/cobrowse.asl.json"))["States"].values()
        tasks = [state for state in states if state["Type"] == "Task"]
        errors = {e for task in tasks for rule in task["Retry"] + task["Catch"] for e in rule["ErrorEquals"]}
        cls.named = {error.removeprefix("Lambda.") for error in errors if error.startswith("Lambda.")}

    def test_every_error_that_invoke_has_is_named(self):
        self.assertEqual(set(), self.of_the_api - self.named)

    def test_every_error_that_is_named_exists(self):
        self.assertEqual(set(), self.named - self.of_the_api - OF_THE_CLIENT)


if __name__ == "__main__":
    unittest.main()
