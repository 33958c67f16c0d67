"""template.yaml as one file that CloudFormation takes as it is: no SAM, no checkout. Where the zip is are parameters."""

import hashlib
import json
import re
from copy import deepcopy
from pathlib import Path

import yaml
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

from sam_template import SOURCE, read

FUNCTION = "AWS::Serverless::Function"
# Of the state machine: where its definition is, in SAM's own type and in CloudFormation's.
DEFINITION = ("DefinitionUri", "DefinitionS3Location")
# Where the zip is.
WHERE = json.loads((Path(__file__).parent / "release_parameters.json").read_text())
BUCKET, KEY = WHERE


def one_template(source=SOURCE):
    template = deepcopy(source)
    for parameter in template["Parameters"].values():
        # SAM would put it where the parameter is referred to.
        parameter.pop("Default", None)
    definitions = {}
    for name, resource in template["Resources"].items():
        properties = resource.get("Properties", {})
        if resource["Type"] == FUNCTION and "CodeUri" in properties:
            # SAM names the version by it: with another template or state machine it is another one.
            properties["CodeUri"] = f"s3://bucket/{fingerprint(source)}"
        for member in DEFINITION:
            if isinstance(properties.get(member), str):
                definitions[name] = json.loads(read(properties[member]))
                properties[member] = {"Bucket": "bucket", "Key": "definition"}
    template = Translator({}, Parser()).translate(template, {})
    for name, definition in definitions.items():
        inline(template["Resources"][name]["Properties"], definition)
    for resource in template["Resources"].values():
        code = resource.get("Properties", {}).get("Code", {})
        if "S3Key" in code:
            code.update(S3Bucket={"Ref": BUCKET}, S3Key={"Ref": KEY})
        if resource["Type"] == "Custom::Trial":
            # Another zip is tried before it is published, and is another version.
            resource["Properties"]["Settings"].append({"Ref": KEY})
    template["Parameters"] = WHERE | source["Parameters"]
    # Of strings that are no strings to YAML.
    return json.loads(json.dumps({part: template[part] for part in template if part != "Transform"}))


def fingerprint(source):
    return hashlib.sha256(json.dumps(source, sort_keys=True, default=str).encode()).hexdigest()


def inline(machine, definition):
    del machine["DefinitionS3Location"]
    given = machine.pop("DefinitionSubstitutions", {})
    parts = re.split(r"\$\{(\w+)\}", json.dumps(definition, separators=(",", ":")))
    parts[1::2] = [given[name] for name in parts[1::2]]
    machine["DefinitionString"] = {"Fn::Join": ["", parts]}


def text(template):
    return yaml.safe_dump(template, sort_keys=False, allow_unicode=True, width=1_000_000)
