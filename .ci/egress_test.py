"""docs/egress.yaml: what leaves the private subnets leaves from the addresses that it names."""

import unittest

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


def address_behind(subnet, in_both_zones):
    gateway = default_route_of(subnet)["NatGatewayId"]
    if "Fn::If" in gateway:
        condition, *sides = gateway["Fn::If"]
        assert condition == "InBothZones"
        gateway = sides[0 if in_both_zones else 1]
    nat = RESOURCES[gateway["Ref"]]["Properties"]
    assert "GatewayId" in default_route_of(nat["SubnetId"]["Ref"])
    return nat["AllocationId"]["Fn::GetAtt"][0]


class EgressTest(unittest.TestCase):
    subnets = [subnet["Ref"] for subnet in OUTPUTS["SubnetIds"]["Value"]["Fn::Join"][1]]

    def test_two_zones_leave_from_one_address(self):
        self.assertEqual(2, len({str(RESOURCES[s]["Properties"]["AvailabilityZone"]) for s in self.subnets}))
        addresses = {address_behind(subnet, in_both_zones=False) for subnet in self.subnets}
        self.assertEqual({OUTPUTS["EgressAddress"]["Value"]["Ref"]}, addresses)

    def test_with_two_gateways_each_zone_leaves_from_its_own(self):
        addresses = [address_behind(subnet, in_both_zones=True) for subnet in self.subnets]
        self.assertEqual([OUTPUTS[n]["Value"]["Ref"] for n in ("EgressAddress", "SecondEgressAddress")], addresses)
        for name in ("AddressB", "NatGatewayB"):
            self.assertEqual("InBothZones", RESOURCES[name]["Condition"])

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


if __name__ == "__main__":
    unittest.main()
