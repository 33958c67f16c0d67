"""What a deployer may say, and where it is documented."""

import math
import re
import tomllib
import unittest

from one_template import WHERE
from sam_template import PARAMETERS, SOURCE, read

DEFAULTS = {name: str(p.get("Default", "given")) for name, p in PARAMETERS.items()}
HTTP = {"JwtIssuer": "https://issuer.example.com", "JwtAudience": "shop"}


def holds(condition, values):
    """As CloudFormation evaluates a condition of a rule."""
    ((function, operands),) = condition.items()
    if function == "Fn::Equals":
        one, other = (values[o["Ref"]] if isinstance(o, dict) else o for o in operands)
        return one == other
    results = [holds(operand, values) for operand in operands]
    return {"Fn::Not": lambda: not results[0], "Fn::And": lambda: all(results)}[function]()


def broken_rules(**values):
    values = DEFAULTS | values
    return [
        name
        for name, rule in SOURCE["Rules"].items()
        if "RuleCondition" not in rule or holds(rule["RuleCondition"], values)
        for assertion in rule["Assertions"]
        if not holds(assertion["Assert"], values)
    ]


class ParametersTest(unittest.TestCase):
    def assert_allows(self, name, right, wrong):
        pattern = PARAMETERS[name]["AllowedPattern"]
        for value in right:
            self.assertRegex(value, pattern)
        for value in wrong:
            self.assertNotRegex(value, pattern)

    def test_only_exact_origins(self):
        self.assert_allows(
            "CorsOrigins",
            ["", "https://www.example.com,https://shop.example.com:8443"],
            ["*", "https://*", "https://*.example.com", "http://example.com", "https://example.com/"],
        )

    def test_a_deadline_that_the_function_takes_and_lambda_can_keep(self):
        self.assert_allows(
            "CobrowseDeadline",
            ["PT10S", "PT1S", "PT28S", "PT2.5S", "PT0.5S", "PT28.999S"],
            ["", "PTfoo", "PT0S", "PT0.000S", "PT29S", "PT100S", "PT-5S", "P1D", "PT1M", "10S", "PT5", "PT1.S"],
        )
        longest = re.search(r"(\d+) seconds", PARAMETERS["CobrowseDeadline"]["ConstraintDescription"])[1]
        self.assertEqual(PARAMETERS["Timeout"]["MaxValue"], int(longest))

    def test_arns_and_ids_that_are_such(self):
        secret = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:cobrowse/genesys-AbCdEf"
        boundary = "arn:aws:iam::123456789012:policy/boundaries/developers"
        self.assert_allows("GenesysCredentialsSecretArn", [secret], ["", "not-an-arn", secret[:-7]])
        of_aws = "arn:aws-us-gov:iam::aws:policy/ReadOnlyAccess"
        self.assert_allows("PermissionsBoundaryArn", ["", boundary, of_aws], [boundary.replace("policy", "role")])
        self.assert_allows("SubnetIds", ["", "subnet-0abc", "subnet-0abc,subnet-1abc"], ["sg-1", "subnet-1,", "subnet-1, sn"])
        self.assert_allows("SecurityGroupIds", ["", "sg-0abc", "sg-0abc,sg-1abc"], ["subnet-1", "sg-1,,sg-2"])
        organisation = "0a1b2c3d-0000-1111-2222-333344445555"
        self.assert_allows("GenesysOrganizationId", ["", organisation], ["acme", organisation.upper()])
        self.assert_allows("GenesysAwsAccountId", ["", "123456789012"], ["12345678901"])

    def test_every_parameter_that_is_not_empty_by_default_has_a_default_that_it_allows(self):
        for name, parameter in PARAMETERS.items():
            if "Default" in parameter and "AllowedPattern" in parameter:
                self.assertRegex(str(parameter["Default"]), parameter["AllowedPattern"], name)

    def test_ids_claims_and_scopes_that_the_function_takes(self):
        for name in ("GenesysDeploymentId", "GenesysInitiatorId"):
            self.assert_allows(name, ["", "0f5ac6cb-5d2c-4f5c-9f0c-0d2f4a7e8b11", "a_b-1"], ["a b", "a/b", "a" * 65, "é"])
        for name in ("CallerScope", "CallerEmailClaim", "CallerUserIdClaim", "CallerConversationIdClaim"):
            self.assert_allows(
                name,
                ["", "cobrowse/any", "cobrowse:any", "https://example.com/conversation_id"],
                ["cobrowse any", "one,\ttwo", 'a"b', "a\\b", "a" * 257],
            )

    def test_an_issuer_and_audiences_that_a_token_can_have(self):
        self.assert_allows("JwtIssuer", ["", "https://issuer.example.com/"], ["http://issuer", "issuer", "https://a b"])
        self.assert_allows("JwtAudience", ["", "shop", "shop,desk"], ["*", "shop,", "shop, desk", "a b"])

    def test_names_and_arns_of_what_may_be_chosen(self):
        account = "eu-central-1:123456789012"
        certificate = f"arn:aws:acm:{account}:certificate/0a1b"
        self.assert_allows("DomainName", ["", "cobrowse.example.com"], ["https://example.com", "*.example.com", "localhost"])
        self.assert_allows("DomainCertificateArn", ["", certificate], ["0a1b", certificate.replace("acm", "iam")])
        key = f"arn:aws:kms:{account}:key/0a1b-2c"
        self.assert_allows("KmsKeyArn", ["", key], ["alias/mine", key.replace("key/", "alias/")])
        signing = f"arn:aws:lambda:{account}:code-signing-config:csc-0123456789abcdefg"
        self.assert_allows("CodeSigningConfigArn", ["", signing], ["csc-1", signing[:-1]])

    def test_every_text_that_is_given_freely_has_a_pattern(self):
        for name, parameter in PARAMETERS.items():
            if parameter["Type"] == "String" and "AllowedValues" not in parameter:
                self.assertIn("AllowedPattern", parameter, name)

    def test_an_http_api_needs_an_authorizer_and_without_one_nothing_of_it_is_asked_for(self):
        self.assertEqual(["HttpApiKnowsItsCallers"], broken_rules(CallerScope="s"))
        for name in HTTP:
            self.assertEqual(["HttpApiKnowsItsCallers"], broken_rules(CallerScope="s", **HTTP | {name: ""}))
        self.assertEqual([], broken_rules(Api="none"))

    def test_a_domain_name_has_a_certificate_and_an_http_api(self):
        domain = {"DomainName": "cobrowse.example.com", "DomainCertificateArn": "arn"}
        self.assertEqual([], broken_rules(CallerScope="s", **HTTP, **domain))
        self.assertEqual(["DomainNameHasCertificate"], broken_rules(Api="none", **domain))
        self.assertEqual(["DomainNameHasCertificate"], broken_rules(CallerScope="s", **HTTP, DomainName="example.com"))
        self.assertEqual(["CertificateHasDomainName"], broken_rules(CallerScope="s", **HTTP, DomainCertificateArn="arn"))

    def test_a_deployment_in_which_nobody_may_start_anything_is_refused(self):
        self.assertEqual(["SomebodyMayStart"], broken_rules(**HTTP))
        claims = ("CallerConversationIdClaim", "CallerUserIdClaim", "CallerEmailClaim")
        for name in ("CallerScope", *claims, "GenesysOrganizationId"):
            self.assertEqual([], broken_rules(**HTTP, **{name: "something"}))

    def test_subnets_and_security_groups_go_together(self):
        subnets, groups = {"SubnetIds": "subnet-1"}, {"SecurityGroupIds": "sg-1"}
        self.assertEqual(["SubnetsHaveSecurityGroups"], broken_rules(Api="none", **subnets))
        self.assertEqual(["SecurityGroupsHaveSubnets"], broken_rules(Api="none", **groups))
        self.assertEqual([], broken_rules(Api="none", **subnets, **groups))

    def test_where_genesys_calls_from_is_said_where_it_is_not_published(self):
        elsewhere = {"Api": "none", "GenesysOrganizationId": "id", "GenesysRegion": "eusc_de_east_1"}
        self.assertEqual(["GenesysAwsAccountIsKnown"], broken_rules(**elsewhere))
        self.assertEqual([], broken_rules(**elsewhere, GenesysAwsAccountId="123456789012"))
        self.assertEqual([], broken_rules(**elsewhere | {"GenesysRegion": "eu_central_1"}))

    def test_requests_that_are_let_through_fit_genesys_limit(self):
        # A start costs three calls, a fetch and an end one each; each route has the rate for itself.
        self.assertLessEqual(PARAMETERS["ThrottlingRate"]["Default"] * (3 + 1 + 1) * 60, 300)

    def test_throttles_can_be_lowered(self):
        for name in ("ThrottlingRate", "ThrottlingBurst"):
            self.assertLess(PARAMETERS[name]["MinValue"], PARAMETERS[name]["Default"])

    def test_every_parameter_is_documented_with_its_default(self):
        section = read("docs/deploy.md").split("\n## Parameters\n")[1].split("\n## ")[0]
        documented = dict(re.findall(r"^\| `(\w+)` \|(.*?)\|", section, re.MULTILINE))
        self.assertEqual(set(PARAMETERS), set(documented))
        for name, default in documented.items():
            expected = str(PARAMETERS[name].get("Default", "")) or ("none" if "Default" in PARAMETERS[name] else "")
            self.assertEqual(expected, default.strip(" `"), name)

    def test_the_documented_way_to_deploy_names_what_has_no_default_and_breaks_no_rule(self):
        command = read("docs/deploy.md").split("--parameter-overrides \\\n")[1].split("```")[0]
        given = dict(re.findall(r"(\w+)=(\S+)", command))
        self.assertLessEqual({n for n, p in PARAMETERS.items() if "Default" not in p}, set(given))
        self.assertLessEqual(set(WHERE), set(given))
        given = {name: value for name, value in given.items() if name not in WHERE}
        self.assertLessEqual(set(given), set(PARAMETERS))
        self.assertEqual(7, len(given))
        self.assertEqual([], broken_rules(**given))

    def test_the_environments_of_samconfig_say_what_the_template_takes(self):
        environments = tomllib.loads(read("samconfig.toml"))
        self.assertLessEqual({"test", "production"}, set(environments))
        for name in ("test", "production"):
            given = dict(o.split("=") for o in environments[name]["deploy"]["parameters"]["parameter_overrides"])
            for parameter, value in given.items():
                self.assertIn(value, PARAMETERS[parameter]["AllowedValues"], f"{name} {parameter}")

    def test_what_a_rollout_notices_is_said_as_it_is(self):
        # Minutes of all of the traffic that the version has got before it has all.
        got = {"canary": 0.1 * 10, "linear": sum(n / 10 * 3 for n in range(1, 10)), "all-at-once": 0}
        rows = dict(re.findall(r"^\| `([a-z-]+)` \| [^|]*\| (\d+ % \| \d+ % \| \d+ %) \|$", read("docs/deploy.md"), re.MULTILINE))
        self.assertEqual(set(PARAMETERS["Rollout"]["AllowedValues"]), set(rows))
        for rollout, minutes in got.items():
            noticed = [1 - math.exp(-requests / (22 * 600) * minutes) for requests in (3_000, 10_000, 30_000)]
            self.assertEqual(" | ".join(f"{100 * p:.0f} %" for p in noticed), rows[rollout], rollout)


if __name__ == "__main__":
    unittest.main()
