"""What the deployed template is, asserted on what SAM makes of template.yaml."""

import logging
import os
import re
import unittest
from copy import deepcopy
from pathlib import Path

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

ROOT = Path(__file__).parent.parent
SOURCE = yaml_parse((ROOT / "template.yaml").read_text())
# Actions that AWS defines without resources, so that a policy can only say "*".
WITHOUT_RESOURCE = {
    "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets",
    "logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery",
    "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups",
}  # fmt: skip
# Network interfaces for a function in a VPC; CodeDeploy, which SAM adds.
MANAGED_POLICIES = {"AWSLambdaENIManagementAccess", "AWSCodeDeployRoleForLambda"}
METHODS = {"get", "put", "post", "delete", "patch", "head", "options", "trace", "x-amazon-apigateway-any-method"}


def translated():
    os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")
    logging.disable(logging.WARNING)
    template = deepcopy(SOURCE)
    # `sam deploy` uploads what these name.
    template["Resources"]["CobrowseFunction"]["Properties"]["CodeUri"] = "s3://bucket/function"
    template["Resources"]["CobrowseStateMachine"]["Properties"]["DefinitionUri"] = "s3://bucket/definition"
    return Translator({}, Parser()).translate(template, {})["Resources"]


def as_list(value):
    return value if isinstance(value, list) else [value]


def branches(value):
    """Both sides of an Fn::If, or the value itself."""
    return value["Fn::If"][1:] if isinstance(value, dict) and "Fn::If" in value else [value]


def statements_of(policy):
    return [s for entry in policy["PolicyDocument"]["Statement"] for s in branches(entry) if "Action" in s]


def parameters_in(value):
    """Parameters that a value of the template refers to, also through its conditions."""
    if isinstance(value, list):
        return set().union(*map(parameters_in, value))
    if not isinstance(value, dict):
        return set()
    found = parameters_in(list(value.values())) | ({value.get("Ref")} & set(SOURCE["Parameters"]))
    if "Fn::Sub" in value:
        found |= parameters_in([{"Ref": name} for name in re.findall(r"\$\{(\w+)}", str(value["Fn::Sub"]))])
    if "Fn::If" in value:
        found |= parameters_in(SOURCE["Conditions"][value["Fn::If"][0]])
    return found


class TemplateTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.parameters = SOURCE["Parameters"]
        cls.resources = translated()
        cls.api = cls.resources["Api"]["Properties"]["Body"]
        cls.environment = cls.resources["CobrowseFunction"]["Properties"]["Environment"]["Variables"]

    def of_type(self, resource_type):
        return {name: r["Properties"] for name, r in self.resources.items() if r["Type"] == resource_type}

    def statements(self):
        policies = [p for role in self.of_type("AWS::IAM::Role").values() for p in role.get("Policies", [])]
        for policy in [*policies, *self.of_type("AWS::IAM::ManagedPolicy").values()]:
            yield from statements_of(policy)

    def test_no_route_without_the_authorizer(self):
        operations = [(p, m, o) for p, path in self.api["paths"].items() for m, o in path.items() if m in METHODS]
        self.assertEqual(
            {("post", "/v1/cobrowse-sessions"), ("get", "/v1/cobrowse-sessions/{id}")},
            {(method, path) for path, method, _ in operations},
        )
        for path, method, operation in operations:
            self.assertEqual([{"CallerToken": []}], operation["security"], f"{method} {path}")

    def test_the_authorizer_has_an_issuer_and_an_audience_that_the_deployer_must_name(self):
        authorizer = self.api["components"]["securitySchemes"]["CallerToken"]["x-amazon-apigateway-authorizer"]
        self.assertEqual("jwt", authorizer["type"])
        self.assertEqual(
            {"issuer": {"Ref": "JwtIssuer"}, "audience": {"Ref": "JwtAudience"}}, authorizer["jwtConfiguration"]
        )
        for name in ("JwtIssuer", "JwtAudience"):
            self.assertNotIn("Default", self.parameters[name])
            self.assertNotRegex("", self.parameters[name]["AllowedPattern"])

    def test_no_other_way_in_than_the_api(self):
        self.assertEqual({}, self.of_type("AWS::Lambda::Url"))
        for permission in self.of_type("AWS::Lambda::Permission").values():
            self.assertEqual("apigateway.amazonaws.com", permission["Principal"])
            self.assertIn("${__ApiId__}", permission["SourceArn"]["Fn::Sub"][0])

    def test_callers_start_sessions_for_themselves_only(self):
        self.assertEqual("strict", self.environment["CALLER_POLICY"])
        for name in ("CallerUserIdClaim", "CallerConversationIdClaim", "CallerScope"):
            self.assertEqual("", self.parameters[name]["Default"])

    def test_only_exact_origins_with_the_headers_of_the_contract(self):
        _, cors, none = self.api["x-amazon-apigateway-cors"]["Fn::If"]
        self.assertEqual({"Ref": "AWS::NoValue"}, none)
        self.assertEqual(["authorization", "content-type", "idempotency-key", "x-correlation-id"], cors["allowHeaders"])
        self.assertEqual(["location", "retry-after", "x-correlation-id"], cors["exposeHeaders"])
        pattern = self.parameters["CorsOrigins"]["AllowedPattern"]
        self.assertRegex("https://www.example.com,https://shop.example.com:8443", pattern)
        for wrong in ("*", "https://*", "https://*.example.com", "http://example.com", "https://example.com/"):
            self.assertNotRegex(wrong, pattern)

    def test_every_route_is_throttled_and_logged(self):
        (stage,) = self.of_type("AWS::ApiGatewayV2::Stage").values()
        self.assertEqual({"Ref": "ThrottlingRate"}, stage["DefaultRouteSettings"]["ThrottlingRateLimit"])
        self.assertEqual({"Ref": "ThrottlingBurst"}, stage["DefaultRouteSettings"]["ThrottlingBurstLimit"])
        self.assertEqual({"Fn::GetAtt": ["ApiLogs", "Arn"]}, stage["AccessLogSettings"]["DestinationArn"])

    def test_requests_that_are_let_through_fit_genesys_limit(self):
        # A start costs three calls, a fetch one; each route has the rate for itself.
        self.assertLessEqual(self.parameters["ThrottlingRate"]["Default"] * (3 + 1) * 60, 300)

    def test_no_policy_with_a_wildcard(self):
        statements = list(self.statements())
        self.assertTrue(statements)
        for statement in statements:
            actions = set(as_list(statement["Action"]))
            self.assertFalse([a for a in actions if "*" in a], statement)
            for resource in as_list(statement["Resource"]):
                self.assertTrue(actions <= WITHOUT_RESOURCE if resource == "*" else "*" not in str(resource), statement)

    def test_no_managed_policy_but_the_known(self):
        for role in self.of_type("AWS::IAM::Role").values():
            for arn in [side for entry in role.get("ManagedPolicyArns", []) for side in branches(entry)]:
                known = {"Ref": "FunctionPolicy"}, {"Ref": "AWS::NoValue"}
                name = (arn.get("Fn::Sub", "") if isinstance(arn, dict) else arn).rsplit("/", 1)[-1]
                self.assertTrue(arn in known or name in MANAGED_POLICIES, arn)

    def test_the_function_may_do_no_more_than_it_does(self):
        self.assertNotIn("Policies", self.resources["FunctionRole"]["Properties"])
        entries = statements_of(self.resources["FunctionPolicy"]["Properties"])
        self.assertEqual(
            {
                "logs:CreateLogStream", "logs:PutLogEvents", "dynamodb:PutItem",
                "dynamodb:DeleteItem", "secretsmanager:GetSecretValue", "kms:Decrypt",
                "xray:PutTraceSegments", "xray:PutTelemetryRecords",
            },
            {action for s in entries for action in as_list(s["Action"])},
        )  # fmt: skip

    def test_another_value_of_a_parameter_is_another_version(self):
        """SAM looks at code and template only. What the configuration depends on is in a description that cannot be
        changed, and nothing else is: Lambda refuses a version that is like the last one."""
        configuration = dict(self.resources["CobrowseFunction"]["Properties"])
        # Belongs to the function, not to a version.
        del configuration["ReservedConcurrentExecutions"]
        policy = self.resources["FunctionPolicy"]["Properties"]
        (version,) = self.of_type("AWS::Lambda::Version").values()

        self.assertEqual(parameters_in(configuration), parameters_in(policy["Description"]))
        self.assertEqual({"Ref": "FunctionPolicy"}, version["Description"])

    def test_no_secret_in_the_environment(self):
        for name, value in self.environment.items():
            if re.search("SECRET|PASSWORD|TOKEN|KEY", name):
                self.assertEqual(
                    ("GENESYS_CREDENTIALS_SECRET_ID", {"Ref": "GenesysCredentialsSecretArn"}), (name, value)
                )
        self.assertNotIn("{{resolve:", (ROOT / "template.yaml").read_text())
        self.assertNotRegex("not-an-arn", self.parameters["GenesysCredentialsSecretArn"]["AllowedPattern"])

    def test_the_table_forgets_by_itself_and_is_encrypted(self):
        table = self.resources["IdempotencyTable"]["Properties"]
        self.assertEqual([{"AttributeName": "id", "KeyType": "HASH"}], table["KeySchema"])
        self.assertEqual({"AttributeName": "expiresAt", "Enabled": True}, table["TimeToLiveSpecification"])
        self.assertTrue(table["SSESpecification"]["SSEEnabled"])
        self.assertTrue(table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"])

    def test_lambda_never_repeats_an_asynchronous_invocation(self):
        (config,) = self.of_type("AWS::Lambda::EventInvokeConfig").values()
        self.assertEqual(("live", 0), (config["Qualifier"], config["MaximumRetryAttempts"]))

    def test_a_canary_is_watched(self):
        (group,) = self.of_type("AWS::CodeDeploy::DeploymentGroup").values()
        canary, at_once = branches(group["AlarmConfiguration"])
        watched = {alarm["Name"]["Ref"] for alarm in canary["Alarms"]}
        self.assertEqual(set(self.of_type("AWS::CloudWatch::Alarm")) - {"ServerErrorsAlarm"}, watched)
        self.assertFalse(at_once.get("Enabled"))

    def test_the_state_machine_calls_the_alias_and_logs_no_data(self):
        machine = self.resources["CobrowseStateMachine"]["Properties"]
        definition = (ROOT / "statemachine/cobrowse.asl.json").read_text()
        self.assertEqual(set(re.findall(r"\$\{(\w+)}", definition)), set(machine["DefinitionSubstitutions"]))
        self.assertEqual({"Ref": "CobrowseFunctionAliaslive"}, machine["DefinitionSubstitutions"]["CobrowseFunction"])
        self.assertFalse(machine["LoggingConfiguration"]["IncludeExecutionData"])

    def test_every_parameter_is_documented(self):
        section = (ROOT / "docs/deploy.md").read_text().split("\n## Parameters\n")[1].split("\n## ")[0]
        self.assertEqual(set(self.parameters), set(re.findall(r"^\| `(\w+)`", section, re.MULTILINE)))


if __name__ == "__main__":
    unittest.main()
