#!/usr/bin/env python3
"""An ExpressRoute circuit out of network namespaces and FRR, broken in many ways.

usage: lab.py FOLDER [SCENARIO...]

                    tagged frames
    ce (65001) ---- pe (a bridge a link) ---- msee1, msee2 (12076) ---- gateway, gateway2 (65515)

The customer edge has a VLAN sub-interface and an eBGP session with a key on each of two links; the provider's edge
carries the frames; two routers stand for Microsoft's edge, and two for the instances of the virtual network's gateway,
which announce the network. For each scenario FOLDER gets a folder of its name with `snapshot.json`: what BGP and ARP say
there, in Azure's shapes; and with the customer edge's own words: `running-config.txt`, `summary.json`, `table.json`,
`neighbours.json`, `addresses.json`. Nothing here decides what is wrong: that is for the program to find out.
"""
import atexit
import ctypes
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time

from scenarios import SCENARIOS
from snapshot import Snapshot
from subinterfaces import SubInterface, Tagger

DAEMONS = "/usr/lib/frr"
PATIENCE = 40
KEY = "Contoso-4711"
NAMESPACES = ["ce", "pe", "msee1", "msee2", "gateway", "gateway2"]


def run(*command, text=None, check=True):
    done = subprocess.run(command, input=text, text=True, capture_output=True)
    if check and done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.stderr}{done.stdout}\n{text or ''}")
    return done.stdout


class Router:
    """FRR's zebra and bgpd in a namespace of their own, with their own sockets and configuration."""

    def __init__(self, lab, name, interfaces, bgp):
        self.name, self.namespace = name, lab.namespace(name)
        self.folder = f"{lab.folder}/{name}"
        os.makedirs(self.folder)
        self.write("zebra.conf", f"hostname {name}\n" + "".join(
            f"interface {interface}\n ip address {address}\n!\n" for interface, address in interfaces.items()))
        self.write("bgpd.conf", f"hostname {name}\n{bgp}")
        # FRR's daemons give up root's rights; their sockets and logs are theirs.
        for path in [self.folder, *(f"{self.folder}/{name}" for name in os.listdir(self.folder))]:
            shutil.chown(path, "frr", "frr")

    def write(self, name, text):
        with open(f"{self.folder}/{name}", "w") as file:
            file.write(text)

    def start(self, lab):
        for daemon in ["zebra", "bgpd"]:
            lab.start(["ip", "netns", "exec", self.namespace, f"{DAEMONS}/{daemon}", "-u", "frr", "-g", "frr",
                       "-f", f"{self.folder}/{daemon}.conf", "-i", f"{self.folder}/{daemon}.pid",
                       "-z", f"{self.folder}/zserv.api", "--vty_socket", self.folder, "-P", "0",
                       "--log", f"file:{self.folder}/{daemon}.log"])
            lab.wait(f"{daemon} of {self.name}", lambda: os.path.exists(f"{self.folder}/{daemon}.vty"))

    def ask(self, *commands):
        words = [word for command in commands for word in ("-c", command)]
        return run("vtysh", "--vty_socket", self.folder, *words)

    def json(self, command):
        return json.loads(self.ask(f"{command} json"))

    def configure(self, *lines):
        self.ask("configure terminal", *lines)

    def peer(self, address):
        summary = self.json("show bgp summary")
        return summary.get("ipv4Unicast", {}).get("peers", {}).get(address, {})

    def neighbours(self, interface):
        return json.loads(run("ip", "-j", "-netns", self.namespace, "neigh", "show", "dev", interface) or "[]")

    def counters(self, interface):
        link = json.loads(run("ip", "-j", "-s", "-netns", self.namespace, "link", "show", "dev", interface))[0]
        return link["stats64"]["rx"]["bytes"], link["stats64"]["tx"]["bytes"]

    def mac(self, interface):
        return json.loads(run("ip", "-j", "-netns", self.namespace, "link", "show", "dev", interface))[0]["address"]


class Lab:
    # What both ends were told: the circuit's configuration in Azure.
    links = {"primary": ("pri", "msee1", "172.16.0"), "secondary": ("sec", "msee2", "172.16.1")}
    vlan = 200

    def __init__(self, folder):
        self.folder = folder
        self.name = f"azx{os.getpid()}"
        self.processes = []
        self.tagger = Tagger()
        self.subinterfaces = {}
        self.state = "Enabled"
        atexit.register(self.close)
        for number in [signal.SIGTERM, signal.SIGINT, signal.SIGHUP]:
            signal.signal(number, lambda *_: sys.exit(1))

    def namespace(self, name):
        return f"{self.name}{name}"

    def ip(self, name, lines):
        run("ip", "-netns", self.namespace(name), "-batch", "-", text=lines)

    def start(self, command):
        # FRR speaks to standard error when it ends; nobody needs to hear it.
        self.processes.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    def wait(self, what, holds):
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise SystemExit(f"nothing came of waiting for {what}")
            time.sleep(0.1)

    def build(self):
        for name in NAMESPACES:
            run("ip", "netns", "add", self.namespace(name))
            self.ip(name, "link set lo up\n")
        for path, (link, msee, _) in self.links.items():
            self.veth("ce", link, "pe", f"{link}-ce")
            self.veth(msee, "customer", "pe", f"{link}-msee")
            self.ip("pe", f"link add {link} type bridge\nlink set {link} up\nlink set {link}-ce master {link}\n"
                          f"link set {link}-msee master {link}\n")
            self.subinterface("ce", link, f"{link}.{self.vlan}")
            self.subinterface(msee, "customer", f"customer.{self.vlan}")
            self.veth(msee, "azure", "gateway", msee)
        self.ip("gateway", "link add vnet type bridge\nlink set vnet up\nlink set msee1 master vnet\n"
                           "link set msee2 master vnet\n")
        self.veth("gateway2", "vnet", "gateway", "instance")
        self.ip("gateway", "link set instance master vnet\n")

    def veth(self, near, name, far, peer):
        self.ip(near, f"link add {name} type veth peer name {peer} netns {self.namespace(far)}\nlink set {name} up\n")
        self.ip(far, f"link set {peer} up\n")

    def subinterface(self, router, parent, name):
        interface = SubInterface(self.namespace(router), parent, name, self.vlan)
        self.tagger.add(interface)
        self.subinterfaces[(router, parent)] = interface
        self.ip(router, f"link set {name} mtu 1400 up\n")

    def begin(self):
        """Starts the routers, as everybody meant them to be."""
        session = ("neighbor {0} remote-as {1}\n neighbor {0} timers 1 3\n neighbor {0} timers connect 1\n"
                   " neighbor {0} advertisement-interval 0\n")
        head = " bgp router-id {0}\n no bgp ebgp-requires-policy\n no bgp network import-check\n"
        lists = ("ip prefix-list all seq 5 permit 0.0.0.0/0 le 32\n"
                 "ip prefix-list none seq 5 deny any\n"
                 "ip prefix-list some seq 5 permit 192.168.10.0/24\n"
                 "route-map prepend permit 10\n set as-path prepend 65001 65001\n")
        customer = f"{lists}router bgp 65001\n" + head.format("192.0.2.1")
        for link, _, net in self.links.values():
            customer += " " + session.format(f"{net}.2", 12076) + f" neighbor {net}.2 password {KEY}\n"
        customer += " address-family ipv4 unicast\n  network 192.168.10.0/24\n  network 192.168.20.0/24\n"
        customer += "".join(f"  neighbor {net}.2 prefix-list all out\n" for _, _, net in self.links.values())
        self.ce = Router(self, "ce", {f"{link}.{self.vlan}": f"{net}.1/30" for link, _, net in self.links.values()},
                         customer)
        self.msees = {}
        for path, address in [("primary", 4), ("secondary", 5)]:
            _, msee, net = self.links[path]
            bgp = (f"router bgp 12076\n" + head.format(f"10.100.255.{address}")
                   + " " + session.format(f"{net}.1", 65001) + f" neighbor {net}.1 password {KEY}\n"
                   + "".join(" " + session.format(f"10.100.255.{n}", 65515) for n in (12, 13))
                   + f" address-family ipv4 unicast\n  neighbor {net}.1 remove-private-AS\n")
            self.msees[path] = Router(
                self, msee, {f"customer.{self.vlan}": f"{net}.2/30", "azure": f"10.100.255.{address}/27"}, bgp)
        # Two instances, as every gateway of Azure has.
        self.gateway, self.other_instance = [
            Router(self, name, {"vnet": f"10.100.255.{number}/27"},
                   "router bgp 65515\n" + head.format(f"10.100.255.{number}")
                   + "".join(" " + session.format(f"10.100.255.{n}", 12076) for n in (4, 5))
                   + " address-family ipv4 unicast\n  network 10.100.0.0/16\n")
            for name, number in [("gateway", 13), ("gateway2", 12)]]
        self.routers = [self.ce, *self.msees.values(), self.gateway, self.other_instance]
        for router in self.routers:
            router.start(self)

    def established(self, path):
        net = self.links[path][2]
        return self.msees[path].peer(f"{net}.1").get("state") == "Established"

    def prefixes(self, path):
        """What Microsoft's edge has from the customer, as networks."""
        net = self.links[path][2]
        table = self.msees[path].json("show bgp ipv4 unicast")["routes"]
        return {network for network, ways in table.items() if any(way.get("peerId") == f"{net}.1" for way in ways)}

    def whole(self):
        """Whether everything works as meant."""
        tables = [router.json("show bgp ipv4 unicast")["routes"] for router in (self.gateway, self.other_instance)]
        return (all(self.established(path) for path in self.links)
                and all(self.prefixes(path) == {"192.168.10.0/24", "192.168.20.0/24"} for path in self.links)
                and all(len(table.get(network, [])) == 2 for table in tables
                        for network in ["192.168.10.0/24", "192.168.20.0/24"])
                and all(self.msees[path].peer(f"10.100.255.{n}").get("state") == "Established"
                        for path in self.links for n in (12, 13))
                and all(self.ce.peer(f"{net}.2").get("pfxRcd") == 1 for _, _, net in self.links.values()))

    def hello(self):
        """Lets both ends look for their neighbours, whether or not BGP does."""
        for path, (link, _, net) in self.links.items():
            self.datagram(self.msees[path].namespace, f"{net}.1")
            self.datagram(self.ce.namespace, f"{net}.2")

    @staticmethod
    def datagram(namespace, address):
        child = os.fork()
        if child == 0:
            with open(f"/run/netns/{namespace}") as handle:
                ctypes.CDLL(None).setns(handle.fileno(), 0x40000000)
            try:
                socket.socket(type=socket.SOCK_DGRAM).sendto(b"?", (address, 9))
            except OSError:
                pass
            os._exit(0)
        os.waitpid(child, 0)

    def record(self, scenario):
        folder = f"{self.folder}/{scenario}"
        os.makedirs(folder)
        self.look()
        files = {
            "snapshot.json": json.dumps(Snapshot(self).value, indent=1),
            "running-config.txt": self.ce.ask("show running-config"),
            "summary.json": self.ce.ask("show bgp summary json"),
            "table.json": self.ce.ask("show bgp ipv4 unicast json"),
            "neighbours.json": run("ip", "-j", "-netns", self.ce.namespace, "neigh", "show"),
            "addresses.json": run("ip", "-j", "-netns", self.ce.namespace, "addr", "show"),
        }
        for address in [f"{net}.{n}" for _, _, net in self.links.values() for n in (1, 2)]:
            told = self.ce.ask(f"show bgp ipv4 unicast neighbors {address} advertised-routes json")
            if told.startswith("{") and "advertisedRoutes" in told:
                files[f"advertised-{address}.json"] = json.dumps({address: json.loads(told)})
        for name, text in files.items():
            with open(f"{folder}/{name}", "w") as file:
                file.write(text)

    def look(self):
        """Gives the search for neighbours time to come to an end; one that isn't there answers never."""
        self.hello()
        end = time.monotonic() + 1.5
        while time.monotonic() < end and not all(self.found(path) for path in self.links):
            time.sleep(0.05)

    def found(self, path):
        rows = self.msees[path].neighbours(f"customer.{self.vlan}")
        return any("lladdr" in row for row in rows if row["dst"].startswith(self.links[path][2]))

    def close(self):
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
        self.processes = []
        for name in NAMESPACES:
            subprocess.run(["ip", "netns", "del", self.namespace(name)], capture_output=True)


def main():
    folder = os.path.abspath(sys.argv[1])
    chosen = sys.argv[2:] or list(SCENARIOS)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    lab = Lab(folder + "/.lab")
    lab.build()
    lab.begin()
    lab.folder = folder
    for name in chosen:
        scenario = SCENARIOS[name]
        lab.wait(f"the whole lab before {name}", lab.whole)
        started = time.monotonic()
        scenario.break_(lab)
        lab.wait(f"the effect of {name}", lambda: scenario.holds(lab))
        lab.record(name)
        scenario.mend(lab)
        print(f"{name} {time.monotonic() - started:.1f} s", file=sys.stderr)
    lab.close()


if __name__ == "__main__":
    main()
