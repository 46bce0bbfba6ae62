#!/usr/bin/env python3
"""Writes a random estate as a snapshot: networks, peerings, route tables, appliances, filters, machines.

usage: estate.py SEED > snapshot.json

Everything that decides is in the snapshot, so that a diagnosis of it is never indeterminate.
"""
import json
import random
import sys

SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000001"
PORTS = [22, 53, 80, 443, 1433, 8080]


def resource_id(kind, name, provider="Microsoft.Network"):
    return f"{SUBSCRIPTION}/resourceGroups/lab/providers/{provider}/{kind}/{name}"


def resource(identifier, properties, **others):
    parts = identifier.split("/")
    return {"id": identifier, "name": parts[-1], "type": "/".join(parts[6:8]), "location": "westeurope",
            "properties": properties, **others}


class Estate:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.resources = []
        self.networks = []
        self.interfaces = []
        self.has_appliances = seed % 3 != 0
        self.peerings = {}
        self.tables = 0
        self.groups = 0

    def chance(self, probability):
        return self.random.random() < probability

    def build(self):
        for number in range(self.random.randint(2, 4)):
            self.add_network(number)
        for network in self.networks:
            for subnet in network["subnets"]:
                for _ in range(self.random.randint(1, 2)):
                    self.add_machine(network, subnet)
        self.appliances = []
        if self.has_appliances:
            for number in range(self.random.randint(1, 2)):
                network = self.networks[0 if number == 0 or self.chance(0.6) else 1]
                self.appliances.append(self.add_machine(network, network["subnets"][-1], appliance=True))
        self.add_peerings()
        if self.has_appliances or self.chance(0.5):
            self.add_tables()
        self.add_application_groups()
        self.add_filters()
        self.finish()
        return {"azimuth": 1, "resources": self.resources}

    def add_network(self, number):
        name = ["hub", "spoke-a", "spoke-b", "spoke-c"][number]
        network = {"number": number, "id": resource_id("virtualNetworks", name), "prefix": f"10.{number}.0.0/16",
                   "subnets": []}
        for position in range(self.random.randint(1, 2) + (number == 0)):
            network["subnets"].append({
                "id": f"{network['id']}/subnets/subnet-{position}", "prefix": f"10.{number}.{position}.0/24",
                "next": 4, "table": None, "group": None})
        self.networks.append(network)

    def add_machine(self, network, subnet, appliance=False):
        name = f"{'nva' if appliance else 'vm'}-{len(self.interfaces)}"
        address = subnet["prefix"].replace(".0/24", f".{subnet['next']}")
        subnet["next"] += 1
        interface = {
            "id": resource_id("networkInterfaces", name + "-nic"), "address": address, "network": network,
            "subnet": subnet, "group": None, "application_groups": [],
            "machine": resource_id("virtualMachines", name, "Microsoft.Compute"), "appliance": appliance,
            "forwards": appliance and self.chance(0.9),
            "state": "PowerState/deallocated" if self.chance(0.05) else "PowerState/running"}
        self.interfaces.append(interface)
        return interface

    def add_peerings(self):
        pairs = [(0, other) for other in range(1, len(self.networks))]
        if len(self.networks) > 2 and self.chance(0.4):
            pairs.append((1, 2))
        for one, two in pairs:
            sides = [(one, two), (two, one)]
            broken = self.chance(0.08)
            if broken:
                sides.pop(self.random.randrange(2))
            for near, far in sides:
                self.peerings[near, far] = {
                    "remoteVirtualNetwork": {"id": self.networks[far]["id"]},
                    "remoteAddressSpace": {"addressPrefixes": [self.networks[far]["prefix"]]},
                    "remoteVirtualNetworkAddressSpace": {"addressPrefixes": [self.networks[far]["prefix"]]},
                    "peeringState": "Disconnected" if broken else "Connected",
                    "peeringSyncLevel": "FullyInSync" if not broken else "RemoteNotInSync",
                    "allowVirtualNetworkAccess": not self.chance(0.08),
                    "allowForwardedTraffic": not self.chance(0.12),
                    "allowGatewayTransit": False, "useRemoteGateways": False, "provisioningState": "Succeeded"}

    def next_hop(self):
        if self.appliances and self.chance(0.75):
            return "VirtualAppliance", self.random.choice(self.appliances)["address"]
        kind = self.random.choice(["None", "VirtualAppliance", "VnetLocal"])
        if kind == "VirtualAppliance":
            return kind, self.random.choice(["10.0.0.200", self.random.choice(self.interfaces)["address"]])
        return kind, None

    def add_tables(self):
        for network in self.networks:
            for subnet in network["subnets"]:
                holds_appliance = any(nic["subnet"] is subnet and nic["appliance"] for nic in self.interfaces)
                if not self.chance(0.15 if holds_appliance else 0.7):
                    continue
                identifier = resource_id("routeTables", f"table-{self.tables}")
                self.tables += 1
                others = [other for other in self.networks if other is not network]
                prefixes = [other["prefix"] for other in others] + ["10.0.0.0/8", "0.0.0.0/0"]
                prefixes += [self.random.choice(self.interfaces)["address"] + "/32"]
                prefixes += [self.random.choice(other["subnets"])["prefix"] for other in self.networks]
                routes = []
                for position, prefix in enumerate(self.random.sample(prefixes, self.random.randint(1, 4))):
                    kind, hop = self.next_hop()
                    # What a user route to the own network means for another network's prefix is not recorded.
                    if kind == "VnetLocal" and not prefix.startswith(f"10.{network['number']}."):
                        kind, hop = "None", None
                    properties = {"addressPrefix": prefix, "nextHopType": kind, "provisioningState": "Succeeded"}
                    if hop:
                        properties["nextHopIpAddress"] = hop
                    routes.append({"id": f"{identifier}/routes/route-{position}", "name": f"route-{position}",
                                   "properties": properties})
                subnet["table"] = identifier
                self.resources.append(resource(identifier, {
                    "routes": list({route["properties"]["addressPrefix"]: route for route in routes}.values()),
                    "disableBgpRoutePropagation": False, "subnets": [{"id": subnet["id"]}],
                    "provisioningState": "Succeeded"}))

    def add_application_groups(self):
        for network in self.networks:
            network["groups"] = []
            for number in range(self.random.randint(0, 2)):
                identifier = resource_id("applicationSecurityGroups", f"asg-{network['number']}-{number}")
                self.resources.append(resource(identifier, {"provisioningState": "Succeeded"}))
                network["groups"].append(identifier)
                for interface in self.interfaces:
                    if interface["network"] is network and self.chance(0.4):
                        interface["application_groups"].append(identifier)

    def side(self, network):
        choice = self.random.random()
        if choice < 0.3:
            return {"AddressPrefix": "*"}
        if choice < 0.45:
            return {"AddressPrefix": "VirtualNetwork"}
        if choice < 0.5:
            return {"AddressPrefix": "Internet"}
        if choice < 0.6 and network["groups"]:
            return {"ApplicationSecurityGroups": [{"id": self.random.choice(network["groups"])}]}
        if choice < 0.75:
            return {"AddressPrefix": self.random.choice(self.interfaces)["address"]}
        prefixes = [subnet["prefix"] for other in self.networks for subnet in other["subnets"]]
        prefixes += [other["prefix"] for other in self.networks]
        if choice < 0.88:
            return {"AddressPrefix": self.random.choice(prefixes)}
        return {"AddressPrefixes": self.random.sample(prefixes, 2)}

    def ports(self):
        choice = self.random.random()
        if choice < 0.4:
            return {"PortRange": "*"}
        if choice < 0.7:
            return {"PortRange": str(self.random.choice(PORTS))}
        if choice < 0.85:
            low, high = sorted(self.random.sample(PORTS, 2))
            return {"PortRange": f"{low}-{high}"}
        return {"PortRanges": [str(port) for port in self.random.sample(PORTS, 3)]}

    def add_group(self, network):
        identifier = resource_id("networkSecurityGroups", f"nsg-{self.groups}")
        self.groups += 1
        rules = []
        priorities = self.random.sample(range(100, 4096), 10)
        for number in range(self.random.randint(1, 7)):
            properties = {
                "priority": priorities[number], "direction": self.random.choice(["Inbound", "Inbound", "Outbound"]),
                "access": self.random.choice(["Allow", "Allow", "Deny"]),
                "protocol": self.random.choice(["Tcp", "Tcp", "*", "Udp"]), "sourcePortRange": "*",
                "provisioningState": "Succeeded"}
            for prefix, chosen in [("source", self.side(network)), ("destination", self.side(network)),
                                   ("destination", self.ports())]:
                properties.update({prefix + key: value for key, value in chosen.items()})
            rules.append({"id": f"{identifier}/securityRules/rule-{number}", "name": f"rule-{number}",
                          "properties": properties})
        self.resources.append(resource(identifier, {"securityRules": rules, "provisioningState": "Succeeded"}))
        return identifier

    def add_filters(self):
        for network in self.networks:
            for subnet in network["subnets"]:
                if self.chance(0.55):
                    subnet["group"] = self.add_group(network)
        for interface in self.interfaces:
            if self.chance(0.2):
                interface["group"] = self.add_group(interface["network"])

    def finish(self):
        for network in self.networks:
            subnets = []
            for subnet in network["subnets"]:
                properties = {"addressPrefix": subnet["prefix"], "provisioningState": "Succeeded"}
                for key, name in [("table", "routeTable"), ("group", "networkSecurityGroup")]:
                    if subnet[key]:
                        properties[name] = {"id": subnet[key]}
                subnets.append({"id": subnet["id"], "name": subnet["id"].split("/")[-1], "properties": properties})
            peerings = [
                {"id": f"{network['id']}/virtualNetworkPeerings/to-{far}", "name": f"to-{far}", "properties": properties}
                for (near, far), properties in self.peerings.items() if near == network["number"]]
            self.resources.append(resource(network["id"], {
                "addressSpace": {"addressPrefixes": [network["prefix"]]}, "subnets": subnets,
                "virtualNetworkPeerings": peerings, "provisioningState": "Succeeded"}))
        for interface in self.interfaces:
            configuration = {
                "privateIPAddress": interface["address"], "privateIPAllocationMethod": "Dynamic", "primary": True,
                "subnet": {"id": interface["subnet"]["id"]}}
            if interface["application_groups"]:
                configuration["applicationSecurityGroups"] = [{"id": id} for id in interface["application_groups"]]
            properties = {
                "ipConfigurations": [{"id": interface["id"] + "/ipConfigurations/ipconfig1", "name": "ipconfig1",
                                      "properties": configuration}],
                "enableIPForwarding": interface["forwards"], "primary": True,
                "virtualMachine": {"id": interface["machine"]}, "provisioningState": "Succeeded"}
            if interface["group"]:
                properties["networkSecurityGroup"] = {"id": interface["group"]}
            self.resources.append(resource(interface["id"], properties))
            self.resources.append(resource(interface["machine"], {
                "networkProfile": {"networkInterfaces": [{"id": interface["id"], "properties": {"primary": True}}]},
                "instanceView": {"statuses": [{"code": interface["state"]}]}, "provisioningState": "Succeeded"}))


if __name__ == "__main__":
    json.dump(Estate(int(sys.argv[1])).build(), sys.stdout, indent=1)
