"""docs/rest-api.yaml: no way past the authorizer, and what moto has of it is deployed there."""

import json
import unittest
import warnings

from samtranslator.yaml_helper import yaml_parse

from sam_template import SOURCE, read

TEMPLATE = yaml_parse(read("docs/rest-api.yaml"))
RESOURCES, PARAMETERS = TEMPLATE["Resources"], TEMPLATE["Parameters"]
# What moto's CloudFormation does not create.
NOT_IN_MOTO = {
    "AWS::ApiGateway::Authorizer",
    "AWS::ApiGateway::BasePathMapping",
    "AWS::ApiGateway::DomainName",
    "AWS::ApiGateway::Stage",
    "AWS::ApiGateway::UsagePlan",
    "AWS::WAFv2::WebACLAssociation",
}
ALIAS = "arn:aws:lambda:eu-central-1:123456789012:function:cobrowse:live"


def of_type(suffix):
    return {n: r["Properties"] for n, r in RESOURCES.items() if r["Type"] == f"AWS::{suffix}"}


class RestApiTest(unittest.TestCase):
    def test_every_method_has_the_authorizer_and_is_passed_on_as_it_is(self):
        methods = of_type("ApiGateway::Method")
        self.assertEqual(
            {("POST", "Sessions"), ("GET", "Session"), ("DELETE", "Session")},
            {(m["HttpMethod"], m["ResourceId"]["Ref"]) for m in methods.values()},
        )
        for name, method in methods.items():
            authorizer = {"Fn::If": ["ByCognito", {"Ref": "CognitoAuthorizer"}, {"Ref": "LambdaAuthorizer"}]}
            self.assertEqual(authorizer, method["AuthorizerId"], name)
            self.assertEqual(["ByCognito", "COGNITO_USER_POOLS", "CUSTOM"], method["AuthorizationType"]["Fn::If"], name)
            self.assertEqual("AWS_PROXY", method["Integration"]["Type"], name)
            self.assertIn("/functions/${FunctionArn}/invocations", method["Integration"]["Uri"]["Fn::Sub"])

    def test_a_private_api_is_reached_through_the_endpoints_alone(self):
        condition, policy, _ = of_type("ApiGateway::RestApi")["RestApi"]["Policy"]["Fn::If"]
        self.assertEqual("IsPrivate", condition)
        (deny,) = [s for s in policy["Statement"] if s["Effect"] == "Deny"]
        endpoints = {"Fn::Split": [",", {"Ref": "VpcEndpointIds"}]}
        self.assertEqual({"StringNotEquals": {"aws:SourceVpce": endpoints}}, deny["Condition"])

    def test_api_gateway_may_invoke_the_alias_for_this_api_alone(self):
        permission = of_type("Lambda::Permission")["FunctionPermission"]
        self.assertEqual({"Ref": "FunctionArn"}, permission["FunctionName"])
        self.assertTrue(permission["SourceArn"]["Fn::Sub"].endswith(":${RestApi}/*/*/v1/cobrowse-sessions*"))
        pattern = PARAMETERS["FunctionArn"]["AllowedPattern"]
        self.assertRegex(ALIAS, pattern)
        self.assertNotRegex(ALIAS.removesuffix(":live"), pattern)

    def test_every_deployment_waits_for_every_method(self):
        for name, deployment in RESOURCES.items():
            if deployment["Type"] == "AWS::ApiGateway::Deployment":
                self.assertEqual(set(of_type("ApiGateway::Method")), set(deployment["DependsOn"]), name)

    def test_what_may_be_chosen_is_there_only_if_it_is(self):
        conditions = {
            "WebAclAssociation": "HasWebAcl", "UsagePlan": "HasApiKeys", "RestApiDomainName": "HasDomainName",
            "RestApiMapping": "HasDomainName", "CognitoAuthorizer": "ByCognito", "LambdaAuthorizer": "ByLambda",
            "CognitoDeployment": "ByCognito", "LambdaDeployment": "ByLambda", "AuthorizerPermission": "ByLambda",
            "AccessLogs": "HasAccessLog",
        }  # fmt: skip
        self.assertEqual(conditions, {n: r["Condition"] for n, r in RESOURCES.items() if "Condition" in r})

    def test_its_parameters_are_written_as_in_the_functions_template(self):
        for name in set(PARAMETERS) & set(SOURCE["Parameters"]) - {"ThrottlingRate"}:
            for part in ("Type", "Default", "AllowedPattern", "AllowedValues", "MinValue"):
                self.assertEqual(SOURCE["Parameters"][name].get(part), PARAMETERS[name].get(part), f"{name} {part}")

    def test_every_parameter_is_used_and_every_free_text_has_a_pattern(self):
        used = json.dumps([TEMPLATE[part] for part in ("Rules", "Conditions", "Resources", "Outputs")])
        for name, parameter in PARAMETERS.items():
            self.assertTrue(f'"{name}"' in used or "${%s}" % name in used, name)
            if parameter["Type"] == "String" and "AllowedValues" not in parameter:
                self.assertIn("AllowedPattern", parameter, name)

    def test_what_moto_has_of_it_is_created(self):
        try:
            from emulator import Emulator
        except ModuleNotFoundError as missing:
            self.skipTest(f"NOT CHECKED: {missing}; pip install 'moto[server]'")
        warnings.simplefilter("ignore")
        left_out = {n for n, r in RESOURCES.items() if r["Type"] in NOT_IN_MOTO}
        resources = {n: r for n, r in RESOURCES.items() if n not in left_out}
        for name, method in resources.items():
            if method["Type"] == "AWS::ApiGateway::Method":
                kept = {k: v for k, v in method["Properties"].items() if k not in ("AuthorizerId", "AuthorizationScopes")}
                resources[name] = method | {"Properties": kept}
        del resources["AuthorizerPermission"], resources["FunctionPermission"]
        aws = Emulator()
        self.addCleanup(aws.server.stop)
        parts = ("AWSTemplateFormatVersion", "Parameters", "Conditions")
        formation = aws.client("cloudformation")
        given = {"FunctionArn": ALIAS, "Authorizer": "cognito", "UserPoolArns": "arn:aws:cognito-idp:x:1:userpool/p", "AccessLog": "yes"}
        formation.create_stack(
            StackName="rest",
            TemplateBody=json.dumps({part: TEMPLATE[part] for part in parts} | {"Resources": resources}),
            Parameters=[{"ParameterKey": k, "ParameterValue": v} for k, v in given.items()],
        )
        created = {r["LogicalResourceId"]: r["PhysicalResourceId"] for r in formation.list_stack_resources(StackName="rest")["StackResourceSummaries"]}
        gateway = aws.client("apigateway")
        found = gateway.get_resources(restApiId=created["RestApi"])["items"]
        methods = {(r["path"], m) for r in found for m in r.get("resourceMethods", {})}
        path = "/v1/cobrowse-sessions"
        self.assertEqual({(path, "POST"), (f"{path}/{{id}}", "GET"), (f"{path}/{{id}}", "DELETE")}, methods)
        self.assertEqual(1, len(gateway.get_deployments(restApiId=created["RestApi"])["items"]))
        self.assertIn("AccessLogs", created)
        self.assertNotIn("LambdaDeployment", created)


if __name__ == "__main__":
    unittest.main()
