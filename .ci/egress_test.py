"""docs/egress.yaml: what leaves the private subnets leaves from the addresses that it names."""

import json
import unittest
import warnings

from samtranslator.yaml_helper import yaml_parse

from sam_template import PARAMETERS, read

TEMPLATE = yaml_parse(read("docs/egress.yaml"))
RESOURCES, OUTPUTS = TEMPLATE["Resources"], TEMPLATE["Outputs"]
ANYWHERE = "0.0.0.0/0"


def of_type(suffix):
    return {n: r.get("Properties", {}) for n, r in RESOURCES.items() if r["Type"] == f"AWS::EC2::{suffix}"}


def default_route_of(subnet):
    (table,) = [
        a["RouteTableId"] for a in of_type("SubnetRouteTableAssociation").values() if a["SubnetId"] == {"Ref": subnet}
    ]
    (route,) = [r for r in of_type("Route").values() if r["RouteTableId"] == table]
    assert route["DestinationCidrBlock"] == ANYWHERE
    return route


def side(value, condition, chosen):
    """Of an Fn::If, if it is one."""
    if "Fn::If" not in value:
        return value
    named, *sides = value["Fn::If"]
    assert named == condition
    return sides[0 if chosen else 1]


def address_behind(subnet, in_both_zones, kept=False):
    gateway = side(default_route_of(subnet)["NatGatewayId"], "InBothZones", in_both_zones)
    nat = RESOURCES[gateway["Ref"]]["Properties"]
    assert "GatewayId" in default_route_of(nat["SubnetId"]["Ref"])
    return side(nat["AllocationId"], "KeepsAddresses", kept)["Fn::GetAtt"][0]


def address_named(output, kept=False):
    return side(OUTPUTS[output]["Value"], "KeepsAddresses", kept)["Ref"]


class EgressTest(unittest.TestCase):
    subnets = [subnet["Ref"] for subnet in OUTPUTS["SubnetIds"]["Value"]["Fn::Join"][1]]

    def test_two_zones_leave_from_one_address(self):
        self.assertEqual(2, len({str(RESOURCES[s]["Properties"]["AvailabilityZone"]) for s in self.subnets}))
        for kept in (False, True):
            addresses = {address_behind(subnet, in_both_zones=False, kept=kept) for subnet in self.subnets}
            self.assertEqual({address_named("EgressAddress", kept)}, addresses)

    def test_with_two_gateways_each_zone_leaves_from_its_own(self):
        addresses = [address_behind(subnet, in_both_zones=True) for subnet in self.subnets]
        self.assertEqual([address_named(n) for n in ("EgressAddress", "SecondEgressAddress")], addresses)
        for name, condition in {"NatGatewayB": "InBothZones", "AddressB": "ReleasesSecondAddress"}.items():
            self.assertEqual(condition, RESOURCES[name]["Condition"])

    def test_addresses_outlive_the_stack_by_choice(self):
        kept = {name for name, r in RESOURCES.items() if r.get("DeletionPolicy") == "Retain"}
        self.assertEqual({"KeptAddressA", "KeptAddressB"}, kept)
        self.assertEqual("Delete", TEMPLATE["Parameters"]["AddressDeletionPolicy"]["Default"])

    def test_what_goes_out_is_logged_by_choice(self):
        (flow_log,) = of_type("FlowLog").values()
        self.assertEqual(({"Ref": "Vpc"}, "ALL"), (flow_log["ResourceId"], flow_log["TrafficType"]))
        for name in ("FlowLog", "FlowLogGroup", "FlowLogRole"):
            self.assertEqual("LogsFlows", RESOURCES[name]["Condition"])

    def test_nothing_comes_in_and_only_https_goes_out(self):
        (group,) = of_type("SecurityGroup").values()
        self.assertNotIn("SecurityGroupIngress", group)
        rules = [(r["IpProtocol"], r["FromPort"], r["ToPort"], r["CidrIp"]) for r in group["SecurityGroupEgress"]]
        self.assertEqual([("tcp", 443, 443, ANYWHERE)], rules)

    def test_subnets_do_not_overlap(self):
        blocks = {subnet["CidrBlock"] for subnet in of_type("Subnet").values()}
        self.assertEqual({f"10.42.0.{start}/26" for start in (0, 64, 128, 192)}, blocks)

    def test_its_outputs_are_parameters_of_the_function(self):
        self.assertEqual({"SubnetIds", "SecurityGroupIds"}, set(OUTPUTS) & set(PARAMETERS))

    def test_its_outputs_are_the_addresses_that_were_made(self):
        try:
            from emulator import Emulator
        except ModuleNotFoundError as missing:
            self.skipTest(f"NOT CHECKED: {missing}; pip install 'moto[server]'")
        warnings.simplefilter("ignore")
        aws = Emulator()
        self.addCleanup(aws.server.stop)
        given = {"AddressDeletionPolicy": "Retain", "FlowLogs": "yes", "NatGateways": "2"}
        formation, ec2 = aws.client("cloudformation"), aws.client("ec2")
        formation.create_stack(
            StackName="egress",
            TemplateBody=json.dumps(TEMPLATE),
            Parameters=[{"ParameterKey": key, "ParameterValue": value} for key, value in given.items()],
        )
        (stack,) = formation.describe_stacks(StackName="egress")["Stacks"]
        outputs = {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}
        allowed = {outputs["EgressAddress"], outputs["SecondEgressAddress"]}
        self.assertEqual(allowed, {a["PublicIp"] for a in ec2.describe_addresses()["Addresses"]})
        self.assertEqual(1, len(ec2.describe_flow_logs()["FlowLogs"]))


if __name__ == "__main__":
    unittest.main()
