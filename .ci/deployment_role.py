"""What a role needs that deploys the stack, from the types of the translated template.

Run, it writes docs/deployment-role.json, in which account, region, stack, key and bucket are examples.
"""

import json

from sam_template import RESOURCES, ROOT

FILE = ROOT / "docs/deployment-role.json"
STACK, REGION, ACCOUNT, BUCKET = "cobrowse", "eu-central-1", "123456789012", "example-artifacts"
KEY = "00000000-0000-0000-0000-000000000000"
# CloudFormation makes, reads, changes and deletes each type with these actions, on these resources.
TAGS = "TagResource UntagResource"
NEEDED = {
    "AWS::ApiGatewayV2::Api": ("apigateway", "GET POST PUT PATCH DELETE TagResource UntagResource", ["/apis", "/apis/*", "/tags/*"]),
    "AWS::ApiGatewayV2::Stage": ("apigateway", "GET POST PATCH DELETE", ["/apis/*"]),
    "AWS::ApiGatewayV2::DomainName": ("apigateway", "GET POST PATCH DELETE", ["/domainnames", "/domainnames/*"]),
    "AWS::ApiGatewayV2::ApiMapping": ("apigateway", "GET POST PATCH DELETE", ["/domainnames/*"]),
    "AWS::CloudWatch::Alarm": (
        "cloudwatch", f"PutMetricAlarm DeleteAlarms DescribeAlarms ListTagsForResource {TAGS}", [f"alarm:{STACK}-*"],
    ),
    "AWS::CloudWatch::Dashboard": ("cloudwatch", "PutDashboard GetDashboard DeleteDashboards", ["dashboard/*"]),
    "AWS::CodeDeploy::Application": (
        "codedeploy", f"CreateApplication GetApplication UpdateApplication DeleteApplication {TAGS}", [f"application:{STACK}-*"],
    ),
    "AWS::CodeDeploy::DeploymentGroup": (
        "codedeploy",
        "CreateDeploymentGroup GetDeploymentGroup UpdateDeploymentGroup DeleteDeploymentGroup CreateDeployment GetDeployment"
        " StopDeployment GetDeploymentConfig RegisterApplicationRevision GetApplicationRevision",
        [f"application:{STACK}-*", f"deploymentgroup:{STACK}-*/*", "deploymentconfig:*"],
    ),
    "AWS::DynamoDB::Table": (
        "dynamodb",
        "CreateTable DescribeTable UpdateTable DeleteTable UpdateTimeToLive DescribeTimeToLive UpdateContinuousBackups"
        " DescribeContinuousBackups DescribeContributorInsights DescribeKinesisStreamingDestination GetResourcePolicy"
        f" ListTagsOfResource {TAGS}",
        [f"table/{STACK}-*"],
    ),
    "AWS::Events::Rule": (
        "events",
        f"PutRule DescribeRule DeleteRule PutTargets RemoveTargets ListTargetsByRule ListTagsForResource {TAGS}",
        [f"rule/{STACK}-*"],
    ),
    "AWS::IAM::Role": (
        "iam",
        "CreateRole GetRole DeleteRole UpdateRole UpdateAssumeRolePolicy PutRolePolicy GetRolePolicy DeleteRolePolicy"
        " ListRolePolicies ListAttachedRolePolicies PutRolePermissionsBoundary DeleteRolePermissionsBoundary TagRole UntagRole",
        [f"role/{STACK}-*"],
    ),
    "AWS::Lambda::Function": (
        "lambda",
        "CreateFunction GetFunction GetFunctionConfiguration UpdateFunctionCode UpdateFunctionConfiguration DeleteFunction"
        " PutFunctionConcurrency GetFunctionConcurrency DeleteFunctionConcurrency GetFunctionCodeSigningConfig"
        " PutFunctionCodeSigningConfig DeleteFunctionCodeSigningConfig GetRuntimeManagementConfig"
        f" GetFunctionRecursionConfig ListTags {TAGS}",
        [f"function:{STACK}-*"],
    ),
    "AWS::Lambda::Version": ("lambda", "PublishVersion ListVersionsByFunction GetProvisionedConcurrencyConfig", [f"function:{STACK}-*"]),
    "AWS::Lambda::Alias": ("lambda", "CreateAlias GetAlias UpdateAlias DeleteAlias", [f"function:{STACK}-*"]),
    "AWS::Lambda::EventInvokeConfig": (
        "lambda",
        "PutFunctionEventInvokeConfig GetFunctionEventInvokeConfig UpdateFunctionEventInvokeConfig"
        " DeleteFunctionEventInvokeConfig",
        [f"function:{STACK}-*"],
    ),
    "AWS::Lambda::Permission": ("lambda", "AddPermission RemovePermission GetPolicy", [f"function:{STACK}-*"]),
    # CloudFormation invokes the function behind it as whoever deploys.
    "Custom::Trial": ("lambda", "InvokeFunction", [f"function:{STACK}-ReleaseCheck-*"]),
    "AWS::Logs::LogGroup": (
        "logs",
        "CreateLogGroup DeleteLogGroup PutRetentionPolicy DeleteRetentionPolicy AssociateKmsKey DisassociateKmsKey"
        f" ListTagsForResource {TAGS}",
        [f"log-group:/aws/lambda/{STACK}*", f"log-group:/aws/vendedlogs/apis/{STACK}*", f"log-group:/aws/vendedlogs/states/{STACK}*"],
    ),
    "AWS::StepFunctions::StateMachine": (
        "states",
        "CreateStateMachine DescribeStateMachine UpdateStateMachine DeleteStateMachine ListStateMachineVersions"
        f" ListTagsForResource {TAGS}",
        ["stateMachine:CobrowseStateMachine-*"],
    ),
}  # fmt: skip
GLOBAL = {"iam": f"arn:aws:iam::{ACCOUNT}:", "apigateway": f"arn:aws:apigateway:{REGION}::"}


def statement(sid, actions, resources, **more):
    return {"Sid": sid, "Effect": "Allow", "Action": sorted(actions), "Resource": sorted(resources), **more}


def of_types(types):
    """A statement for each set of resources: what the types need of it."""
    by_resources = {}
    for of_type in sorted(types):
        service, actions, resources = NEEDED[of_type]
        prefix = GLOBAL.get(service, f"arn:aws:{service}:{REGION}:{ACCOUNT}:")
        if of_type == "AWS::CloudWatch::Dashboard":
            prefix = f"arn:aws:cloudwatch::{ACCOUNT}:"
        arns = tuple(prefix + resource for resource in resources)
        by_resources.setdefault((service, arns), (of_type, set()))[1].update(f"{service}:{a}" for a in actions.split())
    return [statement("".join(t.split("::")[1:]), a, arns) for (_, arns), (t, a) in by_resources.items()]


def policy(types):
    stack = f"arn:aws:cloudformation:{REGION}"
    changes = "CreateChangeSet DescribeChangeSet ExecuteChangeSet DeleteChangeSet CreateStack UpdateStack DeleteStack"
    seen = "DescribeStacks DescribeStackEvents DescribeStackResource DescribeStackResources ListStackResources GetTemplate"
    roles = [f"arn:aws:iam::{ACCOUNT}:role/{STACK}-*"]
    passed = ["lambda.amazonaws.com", "states.amazonaws.com", "codedeploy.amazonaws.com"]
    network = "arn:aws:iam::aws:policy/service-role/AWSLambdaENIManagementAccess"
    # Without resources, by AWS' own list.
    anywhere = [
        "cloudformation:GetTemplateSummary", "cloudformation:ValidateTemplate", "cloudwatch:DescribeAlarms",
        "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs", "lambda:GetCodeSigningConfig",
        "logs:DescribeLogGroups", "logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery",
        "logs:DeleteLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies",
    ]  # fmt: skip
    key = ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"]
    return {
        "Version": "2012-10-17",
        "Statement": [
            statement("Stack", [f"cloudformation:{a}" for a in f"{changes} {seen}".split()], [f"{stack}:{ACCOUNT}:stack/{STACK}/*"]),
            statement("Sam", ["cloudformation:CreateChangeSet"], [f"{stack}:aws:transform/Serverless-2016-10-31"]),
            statement("Artifacts", ["s3:GetObject", "s3:PutObject"], [f"arn:aws:s3:::{BUCKET}/*"]),
            statement("Bucket", ["s3:GetBucketLocation", "s3:ListBucket"], [f"arn:aws:s3:::{BUCKET}"]),
            *of_types(types),
            statement("PassRoles", ["iam:PassRole"], roles, Condition={"StringEquals": {"iam:PassedToService": passed}}),
            statement(
                "NetworkOfAVpc", ["iam:AttachRolePolicy", "iam:DetachRolePolicy"], roles,
                Condition={"ArnEquals": {"iam:PolicyARN": network}},
            ),
            statement("KeyOfYourOwn", key, [f"arn:aws:kms:{REGION}:{ACCOUNT}:key/{KEY}"]),
            statement("Anywhere", anywhere, ["*"]),
        ],
    }  # fmt: skip


def text():
    return json.dumps(policy({r["Type"] for r in RESOURCES.values()}), indent=2) + "\n"


if __name__ == "__main__":
    FILE.write_text(text())
