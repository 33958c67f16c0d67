"""Who may do what, as deployed."""

import json
import re
import unittest

from sam_template import (
    PARAMETERS,
    SOURCE,
    actions_of,
    as_list,
    branches,
    names_in,
    of_type,
    only,
    properties,
    read,
    statements,
    RESOURCES,
)

# Actions that AWS defines without resources, so that a policy can only say "*".
WITHOUT_RESOURCE = {
    "xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets",
    "logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery",
    "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups",
    "cloudwatch:DescribeAlarms",
}  # fmt: skip
# Every deployment group of one application, which has but one.
OF_THE_APPLICATION = ("codedeploy:PutLifecycleEventHookExecutionStatus", "deploymentgroup:${Application}/*")
OF_THE_API = {"HasHttpApi", "DeletesApiLogs", "KeepsApiLogs", "HasDomainName"}
METHODS = {"get", "put", "post", "delete", "patch", "head", "options", "trace", "x-amazon-apigateway-any-method"}
ALIAS = {"Ref": "CobrowseFunctionAliaslive"}
API = properties("HttpApi")["Body"]
ENVIRONMENT = properties("CobrowseFunction")["Environment"]["Variables"]
ROLES = of_type("AWS::IAM::Role")


class TemplateTest(unittest.TestCase):
    def test_no_route_without_the_authorizer(self):
        operations = [(p, m, o) for p, path in API["paths"].items() for m, o in path.items() if m in METHODS]
        self.assertEqual(
            {
                ("post", "/v1/cobrowse-sessions"),
                ("get", "/v1/cobrowse-sessions/{id}"),
                ("delete", "/v1/cobrowse-sessions/{id}"),
            },
            {(method, path) for path, method, _ in operations},
        )
        for path, method, operation in operations:
            self.assertEqual([{"CallerToken": []}], operation["security"], f"{method} {path}")

    def test_the_authorizer_has_an_issuer_and_an_audience_that_the_deployer_must_name(self):
        authorizer = API["components"]["securitySchemes"]["CallerToken"]["x-amazon-apigateway-authorizer"]
        self.assertEqual("jwt", authorizer["type"])
        self.assertEqual(
            {"issuer": {"Ref": "JwtIssuer"}, "audience": {"Fn::Split": [",", {"Ref": "JwtAudience"}]}},
            authorizer["jwtConfiguration"],
        )

    def test_no_other_way_in_than_the_api_and_the_heartbeat(self):
        self.assertEqual({}, of_type("AWS::Lambda::Url"))
        permissions = of_type("AWS::Lambda::Permission")
        self.assertEqual({"HttpApiPermission", "HeartbeatPermission"}, set(permissions))
        for permission in permissions.values():
            self.assertEqual(ALIAS, permission["FunctionName"])
        of_api, of_heartbeat = permissions["HttpApiPermission"], permissions["HeartbeatPermission"]
        self.assertEqual("apigateway.amazonaws.com", of_api["Principal"])
        self.assertTrue(of_api["SourceArn"]["Fn::Sub"].endswith(":${HttpApi}/*/*/v1/cobrowse-sessions*"))
        self.assertEqual("events.amazonaws.com", of_heartbeat["Principal"])
        self.assertEqual({"Fn::GetAtt": ["HeartbeatSchedule", "Arn"]}, of_heartbeat["SourceArn"])

    def test_the_heartbeat_starts_nothing(self):
        (target,) = properties("HeartbeatSchedule")["Targets"]
        self.assertEqual((ALIAS, "{}"), (target["Arn"], target["Input"]))

    def test_with_api_none_nothing_of_the_api_is_made(self):
        conditional = {name for name, r in RESOURCES.items() if r.get("Condition") in OF_THE_API}
        of_the_api = {name for name, r in RESOURCES.items() if r["Type"].startswith("AWS::ApiGatewayV2::")}
        self.assertLessEqual(of_the_api | {"HttpApiPermission", "ApiLogs", "KeptApiLogs", "ServerErrorsAlarm", "RefusedAlarm"}, conditional)
        for name in set(RESOURCES) - conditional:
            needed = names_in({k: v for k, v in RESOURCES[name].items() if k != "Type"}) & conditional
            self.assertLessEqual(needed, {"HttpApi", "ServerErrorsAlarm", "RefusedAlarm"} if name == "Dashboard" else set(), name)

    def test_the_access_log_has_no_text_of_others_and_callers_by_choice(self):
        text, parts = only("AWS::ApiGatewayV2::Stage")["AccessLogSettings"]["Format"]["Fn::Sub"]
        condition, callers, nothing = parts["Callers"]["Fn::If"]
        self.assertEqual(("LogsCallers", ""), (condition, nothing))
        with_callers = json.loads(text.replace("${Callers}", callers))
        self.assertEqual({"sourceIp", "subject"}, set(with_callers) - set(json.loads(text.replace("${Callers}", ""))))
        self.assertEqual("no", PARAMETERS["AccessLogCallers"]["Default"])
        # Neither does API Gateway escape these, nor can anybody who is not the issuer put a quotation mark into others.
        self.assertNotRegex(text, r"integrationErrorMessage|integration\.error|authorizer\.error|error\.message")

    def test_a_key_of_ones_own_is_for_all_that_is_stored(self):
        def key_of(value):
            return value["Fn::If"][:2] == ["HasKmsKey", {"Ref": "KmsKeyArn"}]

        for name, group in of_type("AWS::Logs::LogGroup").items():
            self.assertTrue(key_of(group["KmsKeyId"]), name)
        self.assertTrue(key_of(properties("IdempotencyTable")["SSESpecification"]["KMSMasterKeyId"]))
        self.assertTrue(key_of(properties("CobrowseFunction")["KmsKeyArn"]))
        machine = properties("CobrowseStateMachine")["EncryptionConfiguration"]["Fn::If"][1]
        self.assertEqual({"Ref": "KmsKeyArn"}, machine["KmsKeyId"])
        for role in ("FunctionRole", "StateMachineRole"):
            self.assertIn({"Ref": "KmsKeyArn"}, [s["Resource"] for s in statements(role)], role)

    def test_log_groups_are_kept_by_choice(self):
        groups = {name for name, r in RESOURCES.items() if r["Type"] == "AWS::Logs::LogGroup"}
        self.assertEqual({"FunctionLogs", "ApiLogs", "StateMachineLogs", "ReleaseCheckLogs"}, {g.removeprefix("Kept") for g in groups})
        for name in groups:
            kept = name.startswith("Kept")
            policy = "Retain" if kept else "Delete"
            self.assertEqual((policy, policy), (RESOURCES[name]["DeletionPolicy"], RESOURCES[name]["UpdateReplacePolicy"]))
            self.assertTrue(RESOURCES[name]["Condition"].startswith("Keeps" if kept else "Deletes"), name)
        self.assertEqual(8, len(groups))

    def test_callers_start_sessions_for_themselves_only(self):
        self.assertEqual("strict", ENVIRONMENT["CALLER_POLICY"])
        for name in ("CallerUserIdClaim", "CallerConversationIdClaim", "CallerScope"):
            self.assertEqual("", PARAMETERS[name]["Default"])

    def test_web_pages_may_use_every_method_of_the_api_with_the_headers_of_the_contract(self):
        _, cors, none = API["x-amazon-apigateway-cors"]["Fn::If"]
        self.assertEqual({"Ref": "AWS::NoValue"}, none)
        self.assertEqual(
            {m.upper() for path in API["paths"].values() for m in path if m in METHODS}, set(cors["allowMethods"])
        )
        self.assertEqual(["authorization", "content-type", "idempotency-key", "x-correlation-id"], cors["allowHeaders"])
        self.assertEqual(["location", "retry-after", "x-correlation-id"], cors["exposeHeaders"])

    def test_every_route_is_throttled_and_logged(self):
        stage = only("AWS::ApiGatewayV2::Stage")
        self.assertEqual({"Ref": "ThrottlingRate"}, stage["DefaultRouteSettings"]["ThrottlingRateLimit"])
        self.assertEqual({"Ref": "ThrottlingBurst"}, stage["DefaultRouteSettings"]["ThrottlingBurstLimit"])
        self.assertNotIn("RouteSettings", stage)
        kept, deleted = branches(stage["AccessLogSettings"]["DestinationArn"])
        self.assertEqual([["KeptApiLogs", "Arn"], ["ApiLogs", "Arn"]], [kept["Fn::GetAtt"], deleted["Fn::GetAtt"]])

    def test_no_policy_with_a_wildcard(self):
        for role in ROLES:
            for statement in statements(role):
                actions = set(as_list(statement["Action"]))
                self.assertFalse([a for a in actions if "*" in a], statement)
                for resource in as_list(statement["Resource"]):
                    if resource == "*":
                        self.assertLessEqual(actions, WITHOUT_RESOURCE)
                    elif "*" in str(resource):
                        action, suffix = OF_THE_APPLICATION
                        self.assertEqual({action}, actions)
                        self.assertTrue(resource["Fn::Sub"][0].endswith(suffix), resource)

    def test_no_managed_policy_but_the_network_interfaces_of_a_vpc(self):
        self.assertEqual({}, of_type("AWS::IAM::ManagedPolicy"))
        managed = {name: role["ManagedPolicyArns"] for name, role in ROLES.items() if "ManagedPolicyArns" in role}
        arn = {"Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaENIManagementAccess"}
        self.assertEqual({"FunctionRole": {"Fn::If": ["InVpc", [arn], {"Ref": "AWS::NoValue"}]}}, managed)

    def test_every_role_has_the_permissions_boundary(self):
        boundary = {"Fn::If": ["HasPermissionsBoundary", {"Ref": "PermissionsBoundaryArn"}, {"Ref": "AWS::NoValue"}]}
        # SAM would make roles of its own, without it, for functions and deployments that name none.
        self.assertEqual(set(ROLES), {name for name, r in SOURCE["Resources"].items() if r["Type"] == "AWS::IAM::Role"})
        for name, role in ROLES.items():
            self.assertEqual(boundary, role.get("PermissionsBoundary"), name)

    def test_every_role_may_do_no_more_than_it_does(self):
        logs = {"logs:CreateLogStream", "logs:PutLogEvents"}
        traces = {"xray:PutTraceSegments", "xray:PutTelemetryRecords"}
        table = {"dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"}
        secret = {"secretsmanager:GetSecretValue", "kms:Decrypt"}
        invoke = {"lambda:InvokeFunction"}
        alias = {"lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig"}
        key = {"kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"}
        self.assertEqual(logs | traces | table | secret | key, actions_of("FunctionRole"))
        self.assertEqual(invoke | {"kms:Decrypt", "kms:GenerateDataKey"}, actions_of("StateMachineRole") - WITHOUT_RESOURCE)
        self.assertEqual(invoke, actions_of("GenesysDataActionRole"))
        self.assertEqual(invoke | logs | {OF_THE_APPLICATION[0]}, actions_of("ReleaseCheckRole"))
        self.assertEqual(invoke | alias | {"cloudwatch:DescribeAlarms"}, actions_of("DeploymentRole"))
        self.assertEqual(5, len(ROLES))

    def test_what_the_function_may_do_does_not_depend_on_how_it_is_set(self):
        used = {
            "GenesysCredentialsSecretArn", "GenesysCredentialsKeyArn", "SubnetIds", "PermissionsBoundaryArn", "KmsKeyArn",
            "LogDeletionPolicy",
        }  # fmt: skip
        self.assertEqual(used, names_in(ROLES["FunctionRole"]) & set(PARAMETERS))

    def test_genesys_may_invoke_the_alias_alone_and_for_one_organisation(self):
        self.assertEqual("CallsFromGenesys", RESOURCES["GenesysDataActionRole"]["Condition"])
        (trust,) = ROLES["GenesysDataActionRole"]["AssumeRolePolicyDocument"]["Statement"]
        self.assertEqual({"StringEquals": {"sts:ExternalId": {"Ref": "GenesysOrganizationId"}}}, trust["Condition"])
        arn, account = trust["Principal"]["AWS"]["Fn::Sub"]
        self.assertEqual("arn:${AWS::Partition}:iam::${Account}:root", arn)
        own, published = branches(account["Account"])
        self.assertEqual({"Ref": "GenesysAwsAccountId"}, own)
        self.assertEqual(["IsFedRamp", "325654371633", "765628985471"], published["Fn::If"])
        self.assertEqual([ALIAS], [s["Resource"] for s in statements("GenesysDataActionRole")])

    def test_no_secret_in_the_environment(self):
        allowed = {
            "GENESYS_CREDENTIALS_SECRET_ID": {"Ref": "GenesysCredentialsSecretArn"},
            "TOKEN_TABLE": {"Ref": "IdempotencyTable"},
            "TOKEN_POOL_SIZE": {"Ref": "TokenPoolSize"},
        }
        named = {n: v for n, v in ENVIRONMENT.items() if re.search("SECRET|PASSWORD|TOKEN|KEY", n)}
        self.assertEqual(allowed, named)
        self.assertNotIn("{{resolve:", read("template.yaml"))

    def test_the_table_forgets_by_itself_and_is_encrypted(self):
        table = properties("IdempotencyTable")
        self.assertEqual([{"AttributeName": "id", "KeyType": "HASH"}], table["KeySchema"])
        self.assertEqual({"AttributeName": "expiresAt", "Enabled": True}, table["TimeToLiveSpecification"])
        self.assertTrue(table["SSESpecification"]["SSEEnabled"])
        self.assertFalse(table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"])
        self.assertEqual(ENVIRONMENT["IDEMPOTENCY_TABLE"], ENVIRONMENT["TOKEN_TABLE"])

    def test_lambda_never_repeats_an_asynchronous_invocation(self):
        config = only("AWS::Lambda::EventInvokeConfig")
        self.assertEqual(("live", 0), (config["Qualifier"], config["MaximumRetryAttempts"]))

    def test_no_partition_is_written_down(self):
        for path in ("template.yaml", "statemachine/cobrowse.asl.json", "docs/egress.yaml", "docs/rest-api.yaml"):
            self.assertEqual([], re.findall(r"\barn:aws\S*", read(path)), path)

    def test_the_state_machine_calls_the_alias_and_logs_no_data(self):
        machine = properties("CobrowseStateMachine")
        definition = read("statemachine/cobrowse.asl.json")
        self.assertEqual(set(re.findall(r"\$\{(\w+)}", definition)), set(machine["DefinitionSubstitutions"]))
        self.assertEqual(
            {"CobrowseFunction": ALIAS, "Partition": {"Ref": "AWS::Partition"}}, machine["DefinitionSubstitutions"]
        )
        self.assertFalse(machine["LoggingConfiguration"]["IncludeExecutionData"])


if __name__ == "__main__":
    unittest.main()
