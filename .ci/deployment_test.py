"""What CloudFormation makes of the template: deployed to moto, and asked for as AWS would be."""

import ast
import unittest
import warnings

try:
    from emulator import NOT_IN_MOTO, Emulator, unknown_to_moto
except ModuleNotFoundError as missing:
    raise unittest.SkipTest(f"NOT CHECKED: {missing}; pip install 'moto[server]'")

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


if __name__ == "__main__":
    unittest.main()
