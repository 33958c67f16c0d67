"""docs/deployment-role.json: what deploys the stack, and no more."""

import json
import re
import unittest

import botocore.session

from deployment_role import FILE, NEEDED, policy, text
from sam_template import RESOURCES

POLICY = json.loads(FILE.read_text())
# Actions that are no operations of the API, and services whose SDK has another name.
NO_OPERATIONS = {"iam:PassRole"} | {f"apigateway:{m}" for m in ("GET", "POST", "PUT", "PATCH", "DELETE")}
OTHERWISE = {
    "lambda:InvokeFunction": "Invoke",
    "lambda:GetFunctionConcurrency": "GetFunctionConcurrency",
    "s3:ListBucket": "ListObjectsV2",
    "apigateway:TagResource": "TagResource",
}
SERVICES = {"states": "stepfunctions", "apigateway": "apigateway"}
# They call AWS as logs' console does.
OF_VENDED_LOGS = re.compile(r"logs:(Create|Get|Update|Delete|List)LogDeliver(y|ies)")


class DeploymentRoleTest(unittest.TestCase):
    def test_it_is_what_the_translated_template_needs(self):
        self.assertEqual(text(), FILE.read_text(), "python3 .ci/deployment_role.py writes it")

    def test_every_type_of_the_template_is_known_and_no_other(self):
        self.assertEqual({r["Type"] for r in RESOURCES.values()}, set(NEEDED))

    def test_another_type_is_another_policy(self):
        types = {r["Type"] for r in RESOURCES.values()}
        self.assertNotEqual(policy(types), policy(types - {"AWS::DynamoDB::Table"}))
        with self.assertRaises(KeyError):
            policy(types | {"AWS::SQS::Queue"})

    def test_its_actions_exist(self):
        session = botocore.session.get_session()
        for action in {a for s in POLICY["Statement"] for a in s["Action"]}:
            service, name = action.split(":")
            if action in NO_OPERATIONS or OF_VENDED_LOGS.fullmatch(action):
                continue
            operations = session.get_service_model(SERVICES.get(service, service)).operation_names
            self.assertIn(OTHERWISE.get(action, name), operations, action)

    def test_nothing_is_allowed_everywhere_but_what_knows_no_resources(self):
        for statement in POLICY["Statement"]:
            self.assertFalse([a for a in statement["Action"] if "*" in a], statement["Sid"])
            self.assertEqual(statement["Sid"] == "Anywhere", "*" in statement["Resource"], statement["Sid"])

    def test_roles_are_passed_to_the_services_that_take_them_alone(self):
        (passed,) = [s for s in POLICY["Statement"] if "iam:PassRole" in s["Action"]]
        trusted = {
            principal
            for r in RESOURCES.values()
            if r["Type"] == "AWS::IAM::Role"
            for s in r["Properties"]["AssumeRolePolicyDocument"]["Statement"]
            for principal in [s["Principal"].get("Service")]
            if principal
        }
        self.assertEqual(trusted, set(passed["Condition"]["StringEquals"]["iam:PassedToService"]))

    def test_a_managed_policy_takes_at_most_6144_characters(self):
        self.assertLess(len(re.sub(r"\s", "", FILE.read_text())), 2 * 6144)


if __name__ == "__main__":
    unittest.main()
