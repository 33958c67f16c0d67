"""The template of a release: all that CloudFormation needs, in one file, and nothing that was decided while translating."""

import json
import re
import unittest

import yaml

from one_template import BUCKET, KEY, one_template, text
from sam_template import PARAMETERS, SOURCE, names_in, read

TEMPLATE = one_template()
RESOURCES = TEMPLATE["Resources"]


def strings_in(value):
    if isinstance(value, dict):
        return [s for key, member in value.items() for s in [key, *strings_in(member)]]
    if isinstance(value, list):
        return [s for member in value for s in strings_in(member)]
    return [value] if isinstance(value, str) else []


class OneTemplateTest(unittest.TestCase):
    def test_it_is_plain_cloudformation(self):
        self.assertNotIn("Transform", TEMPLATE)
        self.assertEqual([], [r["Type"] for r in RESOURCES.values() if r["Type"].startswith("AWS::Serverless::")])
        self.assertEqual(TEMPLATE, yaml.safe_load(text(TEMPLATE)))

    def test_it_has_every_parameter_with_its_default_and_where_the_zip_is(self):
        self.assertEqual({BUCKET, KEY} | set(PARAMETERS), set(TEMPLATE["Parameters"]))
        for name, parameter in PARAMETERS.items():
            self.assertEqual(parameter.get("Default"), TEMPLATE["Parameters"][name].get("Default"), name)
        for name in (BUCKET, KEY):
            self.assertNotIn("Default", TEMPLATE["Parameters"][name])

    def test_no_parameter_was_given_a_value_in_translation(self):
        used = names_in([RESOURCES, TEMPLATE["Outputs"], TEMPLATE["Conditions"], TEMPLATE.get("Rules", {})])
        self.assertEqual(set(), set(PARAMETERS) - used - names_in(SOURCE["Rules"]))
        self.assertEqual([], [s for s in strings_in(TEMPLATE) if "eu-central-1" in s or "arn:aws:" in s])

    def test_rules_conditions_and_outputs_are_those_of_the_template(self):
        for part in ("Rules", "Conditions", "Outputs"):
            self.assertEqual(set(SOURCE[part]), set(TEMPLATE[part]) & set(SOURCE[part]))

    def test_the_function_takes_the_zip_that_is_named(self):
        code = [r["Properties"]["Code"] for r in RESOURCES.values() if "S3Key" in r.get("Properties", {}).get("Code", {})]
        self.assertEqual([{"S3Bucket": {"Ref": BUCKET}, "S3Key": {"Ref": KEY}}], code)

    def test_another_zip_is_tried_and_is_another_version(self):
        self.assertIn({"Ref": KEY}, RESOURCES["Trial"]["Properties"]["Settings"])
        (version,) = [r for r in RESOURCES.values() if r["Type"] == "AWS::Lambda::Version"]
        self.assertEqual({"Fn::GetAtt": ["Trial", "Settings"]}, version["Properties"]["Description"])

    def test_the_state_machine_is_in_it(self):
        (machine,) = [r for r in RESOURCES.values() if r["Type"] == "AWS::StepFunctions::StateMachine"]
        joint, parts = machine["Properties"]["DefinitionString"]["Fn::Join"]
        self.assertEqual("", joint)
        definition = "".join(part if isinstance(part, str) else "REFERENCE" for part in parts)
        self.assertNotIn("${", definition)
        written = re.sub(r"\$\{\w+\}", "REFERENCE", read("statemachine/cobrowse.asl.json"))
        self.assertEqual(json.loads(written), json.loads(definition))
        for elsewhere in ("DefinitionS3Location", "DefinitionUri", "DefinitionSubstitutions"):
            self.assertNotIn(elsewhere, machine["Properties"])

    def test_it_names_no_file_of_a_checkout(self):
        self.assertEqual([], [s for s in strings_in(RESOURCES) if re.fullmatch(r"[\w./-]+\.(json|yaml|asl\.json|py)", s)])


if __name__ == "__main__":
    unittest.main()
