"""What CloudFormation makes of the template: deployed to moto, and asked for as AWS would be."""

import ast
import unittest
import warnings

try:
    from emulator import NOT_IN_MOTO, Emulator, template, unknown_to_moto
    from one_template import one_template
    from sam_template import read
except ModuleNotFoundError as missing:
    raise unittest.SkipTest(f"NOT CHECKED: {missing}; pip install 'moto[server]'")

KEY = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-0000-0000-000000000000"
BOUNDARY = "arn:aws:iam::123456789012:policy/boundary"


class DeploymentTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        warnings.simplefilter("ignore")
        cls.aws = Emulator()
        cls.names = cls.aws.deploy(CobrowseDeadline="PT9S", PermissionsBoundaryArn=BOUNDARY)

    @classmethod
    def tearDownClass(cls):
        cls.aws.server.stop()

    def test_left_out_is_what_moto_does_not_have(self):
        self.assertEqual(NOT_IN_MOTO, unknown_to_moto())

    def test_readme_says_how_many_resources_were_created_nowhere(self):
        every, created = one_template()["Resources"], template()["Resources"]
        self.assertIn(f"{len(created)} of its {len(every)} resources created in moto", read("README.md"))
        self.assertIn(f"the other {len(every) - len(created)} resources", read("README.md"))

    def test_function_has_its_settings(self):
        function = self.aws.client("lambda").get_function_configuration(FunctionName=self.names["CobrowseFunction"])
        self.assertEqual(("provided.al2023", 512, 15), (function["Runtime"], function["MemorySize"], function["Timeout"]))
        settings = function["Environment"]["Variables"]
        self.assertEqual("PT9S", settings["COBROWSE_DEADLINE"])
        self.assertEqual("strict", settings["CALLER_POLICY"])
        self.assertEqual(self.names["IdempotencyTable"], settings["IDEMPOTENCY_TABLE"])
        secret = self.aws.client("secretsmanager").get_secret_value(SecretId=settings["GENESYS_CREDENTIALS_SECRET_ID"])
        self.assertIn("clientId", secret["SecretString"])

    def test_table_has_the_key_and_costs_by_request(self):
        described = self.aws.client("dynamodb").describe_table(TableName=self.names["IdempotencyTable"])["Table"]
        self.assertEqual([{"AttributeName": "id", "KeyType": "HASH"}], described["KeySchema"])
        self.assertEqual("PAY_PER_REQUEST", described["BillingModeSummary"]["BillingMode"])

    def test_every_role_has_the_boundary(self):
        roles = [name for name in self.names if name.endswith("Role")]
        self.assertIn("FunctionRole", roles)
        for role in roles:
            created = self.aws.client("iam").get_role(RoleName=self.names[role])["Role"]
            self.assertEqual(BOUNDARY, created["PermissionsBoundary"]["PermissionsBoundaryArn"], role)

    def test_function_may_use_its_own_table_alone(self):
        policy = self.aws.client("iam").get_role_policy(RoleName=self.names["FunctionRole"], PolicyName="cobrowse")
        # moto answers with Python's notation, and keeps what AWS::NoValue takes away as None.
        statements = ast.literal_eval(policy["PolicyDocument"])["Statement"]
        (statement,) = [s for s in statements if s and "dynamodb:GetItem" in s["Action"]]
        table = self.aws.client("dynamodb").describe_table(TableName=self.names["IdempotencyTable"])["Table"]
        self.assertEqual(table["TableArn"], statement["Resource"])

    def test_state_machine_invokes_the_alias(self):
        machine = self.aws.client("stepfunctions").describe_state_machine(
            stateMachineArn=self.names["CobrowseStateMachine"]
        )
        self.assertIn(f"function:{self.names['CobrowseFunction']}:live", machine["definition"])
        self.assertNotIn("${", machine["definition"])


class ChoicesTest(unittest.TestCase):
    """What a deployer may choose, as far as moto makes it."""

    @classmethod
    def setUpClass(cls):
        warnings.simplefilter("ignore")
        cls.aws = Emulator()
        nothing_of_http = {"Api": "none", "JwtIssuer": "", "JwtAudience": "", "CallerScope": ""}
        cls.names = cls.aws.deploy(**nothing_of_http, LogDeletionPolicy="Retain", KmsKeyArn=KEY, Heartbeat="yes")

    @classmethod
    def tearDownClass(cls):
        cls.aws.server.stop()

    def log_groups(self):
        return {g["logGroupName"]: g for g in self.aws.client("logs").describe_log_groups()["logGroups"]}

    def test_nothing_of_http_is_made(self):
        self.assertEqual(set(), {"ApiLogs", "KeptApiLogs", "HttpApiPermission"} & set(self.names))

    def test_the_function_and_the_state_machine_may_use_the_key(self):
        # moto forgets the key itself, of table, logs, state machine and environment: template_test looks at these.
        for role in ("FunctionRole", "StateMachineRole"):
            policy = self.aws.client("iam").get_role_policy(RoleName=self.names[role], PolicyName="cobrowse")
            (of_key,) = [s for s in ast.literal_eval(policy["PolicyDocument"])["Statement"] if s and s["Resource"] == KEY]
            self.assertIn("kms:Decrypt", of_key["Action"], role)

    def test_the_heartbeat_asks_for_nothing(self):
        (rule,) = self.aws.client("events").list_rules()["Rules"]
        (target,) = self.aws.client("events").list_targets_by_rule(Rule=rule["Name"])["Targets"]
        self.assertEqual("{}", target["Input"])
        self.assertTrue(target["Arn"].endswith(":live"))

    def test_when_the_stack_goes_kept_logs_stay(self):
        kept = {"/aws/lambda/cobrowse/kept", "/aws/lambda/cobrowse-release-check/kept", "/aws/vendedlogs/states/cobrowse/kept"}
        self.assertEqual(kept, set(self.log_groups()))
        self.aws.client("cloudformation").delete_stack(StackName="cobrowse")
        self.assertEqual(kept, set(self.log_groups()))


if __name__ == "__main__":
    unittest.main()
