"""template.yaml, as it is written and as SAM translates it, for the tests beside this file."""

import logging
import os
import re
from copy import deepcopy
from pathlib import Path

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

ROOT = Path(__file__).parent.parent
SOURCE = yaml_parse((ROOT / "template.yaml").read_text())
PARAMETERS = SOURCE["Parameters"]


def read(path):
    return (ROOT / path).read_text()


def translated():
    os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")
    logging.disable(logging.WARNING)
    template = deepcopy(SOURCE)
    # `sam deploy` uploads what these name.
    template["Resources"]["CobrowseFunction"]["Properties"]["CodeUri"] = "s3://bucket/function"
    template["Resources"]["CobrowseStateMachine"]["Properties"]["DefinitionS3Location"] = {"Bucket": "bucket", "Key": "definition"}
    return Translator({}, Parser()).translate(template, {})["Resources"]


RESOURCES = translated()


def properties(name):
    return RESOURCES[name]["Properties"]


def of_type(resource_type):
    return {name: r["Properties"] for name, r in RESOURCES.items() if r["Type"] == resource_type}


def only(resource_type):
    (resource,) = of_type(resource_type).values()
    return resource


def as_list(value):
    return value if isinstance(value, list) else [value]


def branches(value):
    """Both sides of an Fn::If, or the value itself."""
    return value["Fn::If"][1:] if isinstance(value, dict) and "Fn::If" in value else [value]


def statements_of(policy):
    return [s for entry in policy["PolicyDocument"]["Statement"] for s in branches(entry) if "Action" in s]


def statements(role):
    return [s for policy in properties(role)["Policies"] for s in statements_of(policy)]


def actions_of(role):
    return {action for s in statements(role) for action in as_list(s["Action"])}


def names_in(value):
    """Parameters, resources and pseudo parameters that a value refers to, also through its conditions."""
    if isinstance(value, list):
        return set().union(*map(names_in, value))
    if not isinstance(value, dict):
        return set()
    found = names_in(list(value.values()))
    if "Ref" in value:
        found.add(value["Ref"])
    if "Fn::GetAtt" in value:
        found.add(as_list(value["Fn::GetAtt"])[0])
    if "Fn::Sub" in value:
        found |= set(re.findall(r"\$\{([\w:]+)", as_list(value["Fn::Sub"])[0]))
    if "Fn::If" in value:
        found |= names_in(SOURCE["Conditions"][value["Fn::If"][0]])
    return found


def parameters_in(value):
    return names_in(value) & set(PARAMETERS)
