"""AWS, as far as moto has it, with the template of a release deployed there.

Run, it says on one line of JSON where it listens and what it deployed, and ends with its standard input. What the state
machine invokes it looks for at LAMBDA_URL; the file of the template may be named by TEMPLATE.
"""

import json
import os
import sys
import urllib.request
import warnings
from pathlib import Path
from types import SimpleNamespace

import boto3
import yaml
from moto import settings
from moto.cloudformation.parsing import resource_class_from_type
from moto.core.config import default_user_config
from moto.server import ThreadedMotoServer
from moto.stepfunctions.parser import models as interpreter
from moto.stepfunctions.parser.asl.component.state.exec.state_task import lambda_eval_utils

from one_template import one_template
from sam_template import names_in

ALIAS, REGION = "CobrowseFunctionAliaslive", "eu-central-1"
CREDENTIALS = {"aws_access_key_id": "emulated", "aws_secret_access_key": "emulated", "region_name": REGION}
# What moto's CloudFormation does not create; three of them it knows, but cannot: a permission needs the alias, a version
# a name where the template has a reference, and the trial would run a function in a container.
NOT_IN_MOTO = {
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::ApiMapping",
    "AWS::ApiGatewayV2::DomainName",
    "AWS::ApiGatewayV2::Stage",
    "AWS::CloudWatch::Alarm",
    "AWS::CodeDeploy::Application",
    "AWS::CodeDeploy::DeploymentGroup",
    "AWS::Lambda::Alias",
    "AWS::Lambda::EventInvokeConfig",
    "AWS::Lambda::Permission",
    "AWS::Lambda::Version",
    "Custom::Trial",
}
BEYOND_ITS_TYPES = {"AWS::Lambda::Permission", "AWS::Lambda::Version", "Custom::Trial"}


def unknown_to_moto():
    """Of the template's types."""
    types = {resource["Type"] for resource in one_template()["Resources"].values()}
    return {t for t in types if resource_class_from_type(t) is None} | (types & BEYOND_ITS_TYPES)


def template():
    """That of a release, without what moto does not have and what refers to that."""
    whole = yaml.safe_load(Path(os.environ["TEMPLATE"]).read_text()) if "TEMPLATE" in os.environ else one_template()
    resources = with_alias_by_name(whole["Resources"])
    left_out = {name for name, resource in resources.items() if resource["Type"] in NOT_IN_MOTO}
    while more := {n for n, r in resources.items() if n not in left_out and names_in(r["Properties"]) & left_out}:
        left_out |= more
    kept = {name: resource for name, resource in resources.items() if name not in left_out}
    parts = ("AWSTemplateFormatVersion", "Parameters", "Conditions")
    return {**{part: whole[part] for part in parts}, "Resources": kept}


def with_alias_by_name(value):
    if value == {"Ref": ALIAS}:
        return {"Fn::Sub": "${CobrowseFunction.Arn}:live"}
    if isinstance(value, dict):
        return {key: with_alias_by_name(member) for key, member in value.items()}
    return [with_alias_by_name(member) for member in value] if isinstance(value, list) else value


class Emulator:
    def __init__(self, lambda_url=None):
        self.server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
        self.server.start()
        host, port = self.server.get_host_and_port()
        self.url = f"http://{host}:{port}"
        # What it remembers is the process'.
        urllib.request.urlopen(urllib.request.Request(f"{self.url}/moto-api/reset", method="POST")).close()
        # moto's interpreter asks moto for what is no task for Lambda.
        os.environ["MOTO_PORT"] = str(port)
        assert settings.moto_server_port() == str(port)
        # It would copy the state machine with all of its executions, and their locks.
        interpreter.copy = SimpleNamespace(deepcopy=lambda machine: machine)
        if lambda_url:
            lambda_eval_utils.boto_client_for = lambda service, **_: self.client(service, lambda_url)

    def client(self, service, url=None):
        return boto3.client(service, endpoint_url=url or self.url, **CREDENTIALS)

    def deploy(self, **parameters):
        """Returns the physical ids of what was created, by the logical ids."""
        s3 = self.client("s3")
        s3.create_bucket(Bucket="bucket", CreateBucketConfiguration={"LocationConstraint": REGION})
        s3.put_object(Bucket="bucket", Key="function", Body=b"")
        secret = self.client("secretsmanager").create_secret(
            Name="genesys", SecretString=json.dumps({"clientId": "client", "clientSecret": "emulated"})
        )
        parameters = {
            "FunctionBucket": "bucket",
            "FunctionKey": "function",
            "JwtIssuer": "https://issuer.example.com",
            "JwtAudience": "shop",
            "CallerScope": "cobrowse:any",
            "GenesysRegion": "eu_central_1",
            "GenesysCredentialsSecretArn": secret["ARN"],
        } | parameters
        formation = self.client("cloudformation")
        formation.create_stack(
            StackName="cobrowse",
            TemplateBody=json.dumps(template()),
            Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()],
        )
        created = formation.list_stack_resources(StackName="cobrowse")["StackResourceSummaries"]
        return {r["LogicalResourceId"]: r["PhysicalResourceId"] for r in created if r["LogicalResourceId"]}

    def interpret(self, state_machine):
        """Gives a deployed state machine to moto's interpreter, which has its own. Returns the ARN there."""
        deployed = self.client("stepfunctions").describe_state_machine(stateMachineArn=state_machine)
        default_user_config["stepfunctions"]["execute_state_machine"] = True
        parts = {part: deployed[part] for part in ("name", "definition", "roleArn")}
        return self.client("stepfunctions").create_state_machine(**parts)["stateMachineArn"]


def main():
    warnings.simplefilter("ignore")
    emulator = Emulator(os.environ["LAMBDA_URL"])
    names = emulator.deploy()
    function = emulator.client("lambda").get_function_configuration(FunctionName=names["CobrowseFunction"])
    deployed = {
        "url": emulator.url,
        "environment": function["Environment"]["Variables"],
        "table": names["IdempotencyTable"],
        "stateMachine": emulator.interpret(names["CobrowseStateMachine"]),
    }
    print(json.dumps(deployed), flush=True)
    sys.stdin.read()
    emulator.server.stop()


if __name__ == "__main__":
    main()
