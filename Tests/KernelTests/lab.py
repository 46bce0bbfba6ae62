#!/usr/bin/env python3
"""Builds a snapshot's estate out of the Linux kernel, and tries random connections in it.

usage: lab.py SNAPSHOT SEED COUNT

A network namespace stands for each NIC, and one for Azure's network between them. There the kernel routes by policy: a
NIC's packets by its subnet's table, whose prefixes the kernel weighs. In each NIC's namespace nftables filters by the
security groups of the subnet and the NIC, with the kernel's own tracking of connections. What is tried are real sockets.
The result is JSON: a list of connections with what became of them.

This translates configuration into the kernel's words prefix by prefix and rule by rule, and decides nothing itself. It
knows networks, peerings, route tables, NICs with one address and security groups; what else a snapshot holds (gateways,
public addresses, the way to the internet) stands for nothing here, and is not tried.
"""
import atexit
import ctypes
import ipaddress
import json
import os
import random
import selectors
import socket
import subprocess
import sys
import time

# Where connections are tried; one of them has no listener's rule in any estate.
PORTS = [22, 53, 80, 443, 1433, 8080]
PATIENCE = 1.5
FABRIC_ADDRESS = "169.254.0.1"
DELIVERY = 1000
PLATFORM_PREFIXES = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "0.0.0.0/0"]
DEFAULT_RULES = [
    (65000, "Inbound", "VirtualNetwork", "VirtualNetwork", "Allow"),
    (65001, "Inbound", "AzureLoadBalancer", "*", "Allow"),
    (65500, "Inbound", "*", "*", "Deny"),
    (65000, "Outbound", "VirtualNetwork", "VirtualNetwork", "Allow"),
    (65001, "Outbound", "*", "Internet", "Allow"),
    (65500, "Outbound", "*", "*", "Deny"),
]


def run(*command, text=None):
    done = subprocess.run(command, input=text, text=True, capture_output=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.stderr}\n{text or ''}")
    return done.stdout


def enter(namespace):
    """Moves this process into a network namespace."""
    with open(f"/run/netns/{namespace}") as handle:
        if ctypes.CDLL(None, use_errno=True).setns(handle.fileno(), 0x40000000):
            raise OSError(ctypes.get_errno(), "setns")


class Snapshot:
    def __init__(self, path):
        with open(path) as file:
            resources = json.load(file)["resources"]
        self.by_id = {resource["id"].lower(): resource.get("properties", {}) for resource in resources}
        self.networks = {id: self.by_id[id] for id in self.by_id if self.is_a(id, "virtualNetworks")}
        self.subnets = {id: (network, subnet) for network in self.networks
                        for id, subnet in self.children(network, "subnets", "subnets")}
        self.interfaces = []
        for resource in resources:
            # A NIC of no machine neither sends nor receives.
            machine = self.machine(resource["id"]) if self.is_a(resource["id"], "networkInterfaces") else None
            if machine is not None:
                self.interfaces.append(self.interface(resource, machine, len(self.interfaces)))
        self.by_address = {interface["address"]: interface for interface in self.interfaces}

    @staticmethod
    def is_a(id, type):
        return id.lower().split("/")[-2:-1] == [type.lower()] and id.lower().split("/")[-3].startswith("microsoft.")

    def children(self, owner, key, type):
        """The children of a resource, nested in it or resources of their own: ids with properties."""
        found = {f"{owner}/{type}/{child['name']}".lower(): child.get("properties", {})
                 for child in self.by_id[owner].get(key, [])}
        front = f"{owner}/{type}/".lower()
        found.update({id: properties for id, properties in self.by_id.items()
                      if id.startswith(front) and "/" not in id[len(front):]})
        return list(found.items())

    def machine(self, interface):
        """The machine that a NIC is attached to, whichever of the two says so."""
        named = self.by_id[interface.lower()].get("virtualMachine")
        if named:
            return self.by_id[named["id"].lower()]
        return next((properties for id, properties in self.by_id.items() if self.is_a(id, "virtualMachines")
                     and interface.lower() in [other["id"].lower() for other in properties["networkProfile"]["networkInterfaces"]]),
                    None)

    def interface(self, resource, machine, number):
        properties = resource["properties"]
        configuration = properties["ipConfigurations"][0]["properties"]
        subnet = configuration["subnet"]["id"].lower()
        states = [status["code"] for status in machine.get("instanceView", {}).get("statuses", [])]
        power = [state for state in states if state.startswith("PowerState/")]
        return {
            "number": number, "id": resource["id"], "address": configuration["privateIPAddress"], "subnet": subnet,
            "network": self.subnets[subnet][0], "forwards": properties.get("enableIPForwarding", False),
            "runs": power in ([], ["PowerState/running"]),
            "groups": [group["id"].lower() for group in configuration.get("applicationSecurityGroups", [])],
            "filters": [self.subnets[subnet][1].get("networkSecurityGroup"), properties.get("networkSecurityGroup")]}

    def prefixes(self, network):
        return self.networks[network]["addressSpace"]["addressPrefixes"]

    def peers(self, network):
        """The networks that a network is connected with, and its own side of each peering."""
        for _, properties in self.children(network, "virtualNetworkPeerings", "virtualNetworkPeerings"):
            if properties["peeringState"] == "Connected":
                yield properties["remoteVirtualNetwork"]["id"].lower(), properties

    def rules(self, group):
        return [rule for _, rule in self.children(group["id"].lower(), "securityRules", "securityRules")]

    def user_routes(self, subnet):
        table = self.subnets[subnet][1].get("routeTable")
        return [route for _, route in self.children(table["id"].lower(), "routes", "routes")] if table else []

    def virtual_network_tag(self, subnet):
        network = self.subnets[subnet][0]
        prefixes = list(self.prefixes(network)) + ["168.63.129.16/32"]
        for remote, peering in self.peers(network):
            if peering["allowVirtualNetworkAccess"]:
                prefixes += self.prefixes(remote)
        return prefixes + [route["addressPrefix"] for route in self.user_routes(subnet)]


class Lab:
    def __init__(self, snapshot):
        self.snapshot = snapshot
        self.name = f"azm{os.getpid()}"
        self.fabric = self.name + "f"
        self.children = []
        atexit.register(self.close)

    def namespace(self, interface):
        return f"{self.name}n{interface['number']}"

    def build(self):
        interfaces = self.snapshot.interfaces
        for name in [self.fabric] + [self.namespace(interface) for interface in interfaces]:
            run("ip", "netns", "add", name)
        run("ip", "-batch", "-", text="".join(
            f"link add v{i['number']} netns {self.fabric} type veth peer name eth0 netns {self.namespace(i)}\n"
            for i in interfaces))
        self.build_fabric(interfaces)
        for interface in interfaces:
            self.build_interface(interface)

    def settings(self, namespace, forwards):
        values = {"ip_forward": int(forwards)}
        for group in ["all", "default"]:
            for name in ["rp_filter", "send_redirects", "accept_redirects"]:
                values[f"conf/{group}/{name}"] = 0
        script = "; ".join(f"echo {value} > /proc/sys/net/ipv4/{name}" for name, value in values.items())
        run("ip", "netns", "exec", namespace, "sh", "-c", script)

    def build_fabric(self, interfaces):
        self.settings(self.fabric, True)
        lines = ["link set lo up"]
        for number in [interface["number"] for interface in interfaces]:
            lines += [f"addr add {FABRIC_ADDRESS}/32 dev v{number}", f"link set v{number} up"]
        for interface in interfaces:
            lines.append(f"route add {interface['address']}/32 dev v{interface['number']} table {DELIVERY}")
            lines.append(f"rule add pref 100 iif v{interface['number']} lookup {self.table(interface)}")
        lines += [f"route add blackhole default table {DELIVERY}", f"rule add pref 200 lookup {DELIVERY}"]
        for position, subnet in enumerate(self.snapshot.subnets):
            for prefix, route in self.routes(subnet).items():
                lines.append(f"route add {route.replace('PREFIX', prefix)} table {position + 1}")
        run("ip", "-netns", self.fabric, "-batch", "-", text="\n".join(lines) + "\n")
        run("ip", "netns", "exec", self.fabric, "nft", "-f", "-", text=self.peering_rules(interfaces))

    def table(self, interface):
        return list(self.snapshot.subnets).index(interface["subnet"]) + 1

    def routes(self, subnet):
        """A subnet's table in the kernel's words. `throw` goes on to the table that delivers."""
        network = self.snapshot.subnets[subnet][0]
        users = self.snapshot.user_routes(subnet)
        # Where the default route goes to an appliance, the platform's own routes to nowhere are gone.
        tunnels = any(route["addressPrefix"] == "0.0.0.0/0" and route["nextHopType"] == "VirtualAppliance"
                      for route in users)
        routes = {} if tunnels else {prefix: "blackhole PREFIX" for prefix in PLATFORM_PREFIXES}
        routes.update({prefix: "throw PREFIX" for prefix in self.snapshot.prefixes(network)})
        for remote, _ in self.snapshot.peers(network):
            routes.update({prefix: "throw PREFIX" for prefix in self.snapshot.prefixes(remote)})
        for route in users:
            routes[route["addressPrefix"]] = self.user_route(route, network)
        return routes

    def user_route(self, route, network):
        if route["nextHopType"] == "VnetLocal":
            return "throw PREFIX"
        hop = self.snapshot.by_address.get(route.get("nextHopIpAddress"))
        reachable = [network] + [remote for remote, _ in self.snapshot.peers(network)]
        if route["nextHopType"] != "VirtualAppliance" or hop is None or hop["network"] not in reachable:
            return "blackhole PREFIX"
        return f"PREFIX via {hop['address']} dev v{hop['number']} onlink"

    def peering_rules(self, interfaces):
        """What keeps packets back between peered networks: access off, forwarded traffic not allowed."""
        def devices(network):
            names = [f"\"v{i['number']}\"" for i in interfaces if i["network"] == network]
            return "{ " + ", ".join(names) + " }" if names else None

        rules = []
        for near in self.snapshot.networks:
            for far, peering in self.snapshot.peers(near):
                here, there = devices(near), devices(far)
                if not here or not there:
                    continue
                if not peering["allowVirtualNetworkAccess"]:
                    rules += [f"iifname {here} oifname {there} drop", f"iifname {there} oifname {here} drop"]
                if not peering["allowForwardedTraffic"]:
                    own = ", ".join(self.snapshot.prefixes(far))
                    rules.append(f"iifname {there} oifname {here} ip saddr != {{ {own} }} drop")
        chain = "\n".join("  " + rule for rule in rules)
        return f"table inet azure {{\n chain forward {{\n  type filter hook forward priority 0; policy accept;\n{chain}\n }}\n}}\n"

    def build_interface(self, interface):
        namespace = self.namespace(interface)
        self.settings(namespace, interface["forwards"])
        state = "up" if interface["runs"] else "down"
        lines = ["link set lo up", f"addr add {interface['address']}/32 dev eth0", f"link set eth0 {state}"]
        if interface["runs"]:
            lines.append(f"route add default via {FABRIC_ADDRESS} dev eth0 onlink")
        run("ip", "-netns", namespace, "-batch", "-", text="\n".join(lines) + "\n")
        run("ip", "netns", "exec", namespace, "nft", "-f", "-", text=self.filters(interface))

    def filters(self, interface):
        """The security groups of a NIC. Each allows by returning to the next one."""
        attached = [self.snapshot.rules(group) for group in interface["filters"] if group]
        chains = []
        hooks = {"Inbound": ("prerouting", "iif"), "Outbound": ("postrouting", "oif")}
        for direction, (hook, device) in hooks.items():
            ordered = list(enumerate(attached))
            ordered = ordered if direction == "Inbound" else ordered[::-1]
            jumps = "\n".join(f"  jump {direction}{number}" for number, _ in ordered)
            for number, group in ordered:
                chains.append(self.chain(f"{direction}{number}", group, direction, interface))
            # An appliance is stateful: it sends on no packet of a connection whose beginning it didn't see.
            chains.append(
                f" chain {hook} {{\n  type filter hook {hook} priority 0; policy accept;\n  {device} lo accept\n"
                f"  ct state established,related accept\n  ct state invalid drop\n{jumps}\n }}")
        return "table inet filters {\n" + "\n".join(chains) + "\n}\n"

    def chain(self, name, group, direction, interface):
        rules = [(rule["priority"], self.rule(rule, interface, direction))
                 for rule in group if rule["direction"] == direction]
        for priority, way, source, destination, access in DEFAULT_RULES:
            if way == direction:
                properties = {"protocol": "*", "access": access, "sourceAddressPrefix": source,
                              "destinationAddressPrefix": destination, "destinationPortRange": "*"}
                rules.append((priority, self.rule(properties, interface, direction)))
        lines = [f"  {line}" for _, line in sorted(rules, key=lambda rule: rule[0]) if line]
        return f" chain {name} {{\n" + "\n".join(lines) + "\n }"

    def rule(self, properties, interface, direction):
        """One rule in the kernel's words; None where it can't match, or isn't for this NIC."""
        own = "destination" if direction == "Inbound" else "source"
        named = [group["id"].lower() for group in properties.get(own + "ApplicationSecurityGroups", [])]
        if named and not set(named) & set(interface["groups"]):
            return None
        words = []
        transport = properties["protocol"].lower()
        if transport != "*":
            words.append(f"meta l4proto {transport}")
        for side, field in [("source", "saddr"), ("destination", "daddr")]:
            prefixes = self.prefixes(properties, side, interface)
            if prefixes is None:
                continue
            if not prefixes:
                return None
            words.append(f"ip {field} {{ {', '.join(prefixes)} }}")
        ports = properties.get("destinationPortRanges", [properties.get("destinationPortRange")])
        if ports != ["*"]:
            words.append(f"meta l4proto {{ tcp, udp }} th dport {{ {', '.join(ports)} }}")
        return " ".join(words) + (" return" if properties["access"] == "Allow" else " drop")

    def prefixes(self, properties, side, interface):
        """The prefixes of one side of a rule; None for all."""
        named = [group["id"].lower() for group in properties.get(side + "ApplicationSecurityGroups", [])]
        if named:
            return [i["address"] for i in self.snapshot.interfaces if set(named) & set(i["groups"])]
        prefix = properties.get(side + "AddressPrefix")
        texts = properties.get(side + "AddressPrefixes") or [prefix]
        if "*" in texts:
            return None
        found = []
        for text in texts:
            if text == "VirtualNetwork":
                found += self.snapshot.virtual_network_tag(interface["subnet"])
            elif text == "AzureLoadBalancer":
                found.append("168.63.129.16/32")
            elif text != "Internet":  # No address of a lab is in the tag.
                found.append(text)
        return [str(prefix) for prefix in ipaddress.collapse_addresses(map(ipaddress.ip_network, found))]

    def listen(self):
        """A child for each NIC that answers on all ports, TCP and UDP, with what it is sent."""
        for interface in self.snapshot.interfaces:
            ready, told = os.pipe()
            child = os.fork()
            if child == 0:
                try:
                    enter(self.namespace(interface))
                    answer(lambda: os.write(told, b"."))
                finally:
                    os._exit(1)
            self.children.append(child)
            os.read(ready, 1)
            os.close(ready)
            os.close(told)

    def attempt(self, flows):
        """Tries the flows, those of each source from its namespace, all at once."""
        by_source = {}
        for flow in flows:
            by_source.setdefault(flow["sourceAddress"], []).append(flow)
        pipes = []
        for address, own in by_source.items():
            ready, told = os.pipe()
            if os.fork() == 0:
                os.close(ready)
                try:
                    enter(self.namespace(self.snapshot.by_address[address]))
                    outcome = [connects for connects in connect(own)]
                    with os.fdopen(told, "w") as pipe:
                        json.dump(outcome, pipe)
                    os._exit(0)
                finally:
                    os._exit(1)
            os.close(told)
            pipes.append((own, ready))
        for own, ready in pipes:
            with os.fdopen(ready) as pipe:
                for flow, connects in zip(own, json.load(pipe), strict=True):
                    flow["connects"] = connects
            os.wait()

    def close(self):
        for child in self.children:
            os.kill(child, 9)
            os.waitpid(child, 0)
        self.children = []
        for name in [self.fabric] + [self.namespace(interface) for interface in self.snapshot.interfaces]:
            subprocess.run(["ip", "netns", "del", name], capture_output=True)


def answer(tell):
    """Answers forever."""
    chooser = selectors.DefaultSelector()
    for port in PORTS:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("0.0.0.0", port))
        listener.listen(64)
        chooser.register(listener, selectors.EVENT_READ, "listener")
        datagrams = socket.socket(type=socket.SOCK_DGRAM)
        datagrams.bind(("0.0.0.0", port))
        chooser.register(datagrams, selectors.EVENT_READ, "datagrams")
    tell()
    while True:
        for key, _ in chooser.select():
            if key.data == "listener":
                chooser.register(key.fileobj.accept()[0], selectors.EVENT_READ, "connection")
            elif key.data == "datagrams":
                content, sender = key.fileobj.recvfrom(64)
                key.fileobj.sendto(content, sender)
            else:
                try:
                    content = key.fileobj.recv(64)
                    if content:
                        key.fileobj.send(content)
                        continue
                except OSError:
                    pass
                chooser.unregister(key.fileobj)
                key.fileobj.close()


def connect(flows):
    """Whether each flow gets an answer to what it sends: a connection alone doesn't show that later packets pass."""
    chooser = selectors.DefaultSelector()
    outcome = [False] * len(flows)
    sockets = []
    for number, flow in enumerate(flows):
        kind = socket.SOCK_STREAM if flow["protocol"] == "tcp" else socket.SOCK_DGRAM
        connection = socket.socket(type=kind)
        connection.setblocking(False)
        sockets.append(connection)
        connection.connect_ex((flow["destinationAddress"], flow["port"]))
        chooser.register(connection, selectors.EVENT_WRITE, number)
    end = time.monotonic() + PATIENCE
    while chooser.get_map() and time.monotonic() < end:
        for key, events in chooser.select(end - time.monotonic()):
            try:
                if events & selectors.EVENT_WRITE:
                    key.fileobj.send(b"?")
                    chooser.modify(key.fileobj, selectors.EVENT_READ, key.data)
                    continue
                outcome[key.data] = key.fileobj.recv(64) == b"?"
            except OSError:
                pass
            chooser.unregister(key.fileobj)
    return outcome


def flows(snapshot, seed, count):
    chosen = random.Random(seed)
    # An answer over UDP has no handshake, so that a stateful device takes it for a beginning: with appliances TCP only.
    protocols = ["tcp"] if any(interface["forwards"] for interface in snapshot.interfaces) else ["tcp", "udp"]
    senders = [interface for interface in snapshot.interfaces if interface["runs"]]
    for _ in range(count):
        source = chosen.choice(senders)
        target = chosen.choice([interface for interface in snapshot.interfaces if interface is not source])
        yield {"source": source["id"], "sourceAddress": source["address"], "destination": target["id"],
               "destinationAddress": target["address"], "port": chosen.choice(PORTS), "protocol": chosen.choice(protocols)}


def main():
    snapshot = Snapshot(sys.argv[1])
    tried = list(flows(snapshot, int(sys.argv[2]), int(sys.argv[3])))
    lab = Lab(snapshot)
    lab.build()
    lab.listen()
    lab.attempt(tried)
    # Once more what got no answer: on a busy machine an answer can come late.
    lab.attempt([flow for flow in tried if not flow["connects"]])
    lab.close()
    json.dump(tried, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
