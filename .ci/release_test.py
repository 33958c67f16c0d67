"""How a release gets its traffic, and what of it stays."""

import unittest

from sam_template import RESOURCES, branches, names_in, of_type, only, parameters_in, properties

# The alias waits for the alarms of its deployment, so none that needs the alias can be one of these.
AFTER_THE_ALIAS = {"ServerErrorsAlarm", "RefusedAlarm", "ExecutionsFailedAlarm", "ExecutionsTimedOutAlarm"}


def needs(name, seen=()):
    """Every resource that CloudFormation makes before this one."""
    if name in seen:
        raise AssertionError(f"{' needs '.join([*seen, name])}")
    direct = (names_in({k: v for k, v in RESOURCES[name].items() if k != "Type"})) & set(RESOURCES)
    return direct.union(*(needs(other, (*seen, name)) for other in direct))


class ReleaseTest(unittest.TestCase):
    def test_no_resource_needs_itself(self):
        for name in RESOURCES:
            needs(name)

    def test_nothing_that_serves_is_made_before_the_function_was_tried(self):
        (version,) = of_type("AWS::Lambda::Version")
        for name in (version, "CobrowseFunctionAliaslive", "HttpApi", "CobrowseStateMachine"):
            self.assertIn("Trial", needs(name))
        self.assertLessEqual({"ReleaseCheck", "CobrowseFunction"}, needs("Trial"))

    def test_a_version_is_tried_before_it_gets_traffic(self):
        policy = RESOURCES["CobrowseFunctionAliaslive"]["UpdatePolicy"]["CodeDeployLambdaAliasUpdate"]
        self.assertEqual({"Ref": "ReleaseCheck"}, policy["BeforeAllowTrafficHook"])
        self.assertEqual(
            {"FUNCTION": {"Ref": "CobrowseFunction"}}, properties("ReleaseCheck")["Environment"]["Variables"]
        )

    def test_another_value_of_a_parameter_is_another_version(self):
        """SAM looks at code and template only. What the configuration depends on is what the function is tried with,
        and nothing else is: Lambda refuses a version that is like the last one."""
        configuration = dict(properties("CobrowseFunction"))
        # Belong to the function, not to a version.
        del configuration["ReservedConcurrentExecutions"], configuration["CodeSigningConfigArn"]
        self.assertEqual(parameters_in(configuration), parameters_in(properties("Trial")["Settings"]))
        self.assertEqual({"Fn::GetAtt": ["Trial", "Settings"]}, only("AWS::Lambda::Version")["Description"])

    def test_the_version_before_is_never_deleted(self):
        (version,) = of_type("AWS::Lambda::Version")
        self.assertEqual("Retain", RESOURCES[version]["DeletionPolicy"])
        self.assertEqual("Retain", RESOURCES[version]["UpdateReplacePolicy"])
        # With the function go its versions, so that it must go with the stack.
        self.assertNotIn("DeletionPolicy", RESOURCES["CobrowseFunction"])

    def test_a_canary_is_watched(self):
        canary, at_once = branches(only("AWS::CodeDeploy::DeploymentGroup")["AlarmConfiguration"])
        watched = {alarm["Name"]["Ref"] for alarm in canary["Alarms"]}
        self.assertLessEqual(watched, set(of_type("AWS::CloudWatch::Alarm")) - AFTER_THE_ALIAS)
        self.assertLessEqual({"NewVersionFailuresAlarm", "NewVersionErrorsAlarm", "OutageAlarm"}, watched)
        # CodeDeploy takes no more.
        self.assertLessEqual(len(watched), 10)
        self.assertFalse(at_once.get("Enabled"))
        for alarm in AFTER_THE_ALIAS:
            self.assertIn("CobrowseFunctionAliaslive", needs(alarm), alarm)

    def test_one_failure_of_a_new_version_is_enough(self):
        (version,) = of_type("AWS::Lambda::Version")
        alarm = properties("NewVersionFailuresAlarm")
        self.assertIn({"Name": "version", "Value": {"Fn::GetAtt": [version, "Version"]}}, alarm["Dimensions"])
        self.assertEqual((1, 1, 60), (alarm["Threshold"], alarm["EvaluationPeriods"], alarm["Period"]))


if __name__ == "__main__":
    unittest.main()
