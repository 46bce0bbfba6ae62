"""Ways in which the lab is broken, when each has taken effect, and how it is mended."""

PRIMARY, SECONDARY = "172.16.0.2", "172.16.1.2"
BGP = "router bgp 65001"
FAMILY = "address-family ipv4 unicast"


class Scenario:
    def __init__(self, break_, holds, mend):
        self.break_, self.holds, self.mend = break_, holds, mend


def customer(break_lines, mend_lines, holds):
    """A change at the customer edge's BGP. A session that the change concerns begins anew."""
    def change(lab, lines):
        lab.ce.configure(BGP, *lines)
    return Scenario(lambda lab: change(lab, break_lines), holds, lambda lab: change(lab, mend_lines))


def down(path):
    return lambda lab: not lab.established(path)


def link(path, state):
    def change(lab):
        lab.ip("pe", f"link set {lab.links[path][0]}-ce {state}\n")
        if state == "down":
            # What was known of the neighbour, both sides forget in time.
            lab.ip(lab.links[path][1], f"neigh flush dev customer.{lab.vlan}\n")
            lab.ip("ce", f"neigh flush dev {lab.links[path][0]}.{lab.vlan}\n")
    return change


def has(path, expected):
    return lambda lab: lab.established(path) and lab.prefixes(path) == expected


BOTH = {"192.168.10.0/24", "192.168.20.0/24"}


def tag(path, number):
    def change(lab):
        name = lab.links[path][0]
        interface = lab.subinterfaces[("ce", name)]
        old, new = f"{name}.{interface.vlan}", f"{name}.{number}"
        lab.ip("ce", f"link set {old} down\nlink set {old} name {new}\n")
        interface.vlan = number
        lab.ip("ce", f"link set {new} up\naddr replace {lab.links[path][2]}.1/30 dev {new}\n")
        lab.ip(lab.links[path][1], f"neigh flush dev customer.{lab.vlan}\n")
        readdress(lab, path, new, "1/30", None)
    return change


def readdress(lab, path, interface, new, old):
    net = lab.links[path][2]
    lines = [f"interface {interface}"]
    if old:
        lines.append(f"no ip address {net}.{old}")
    lab.ce.configure(*lines, f"ip address {net}.{new}")


def address(path, new, old, *bgp):
    def change(lab):
        readdress(lab, path, f"{lab.links[path][0]}.{lab.vlan}", new, old)
        if bgp:
            lab.ce.configure(BGP, *bgp)
        lab.ip(lab.links[path][1], f"neigh flush dev customer.{lab.vlan}\n")
    return change


def peering(state):
    def change(lab):
        lab.state = "Enabled" if state else "Disabled"
        for path, (_, _, net) in lab.links.items():
            lab.msees[path].configure("router bgp 12076", f"{'no ' if state else ''}neighbor {net}.1 shutdown")
    return change


def session(peer, *, asn=12076):
    """The lines of a whole session of the customer edge."""
    return [f"neighbor {peer} remote-as {asn}", f"neighbor {peer} timers 1 3", f"neighbor {peer} timers connect 1",
            f"neighbor {peer} advertisement-interval 0", f"neighbor {peer} password Contoso-4711"]


def gateway(path, state):
    return lambda lab: lab.ip("gateway", f"link set {lab.links[path][1]} {state}\n")


def announced(network):
    return lambda lab: all(network in lab.prefixes(path) for path in lab.links)


SCENARIOS = {
    "unbroken": Scenario(lambda lab: None, lambda lab: lab.whole(), lambda lab: None),
    "link-shut": Scenario(link("primary", "down"), down("primary"), link("primary", "up")),
    "both-links-shut": Scenario(
        lambda lab: [link(path, "down")(lab) for path in lab.links],
        lambda lab: not any(lab.established(path) for path in lab.links),
        lambda lab: [link(path, "up")(lab) for path in lab.links]),
    "wrong-vlan": Scenario(tag("secondary", 201), down("secondary"), tag("secondary", 200)),
    "swapped-addresses": Scenario(
        address("primary", "2/30", "1/30", f"no neighbor {PRIMARY}", *session("172.16.0.1")), down("primary"),
        address("primary", "1/30", "2/30", "no neighbor 172.16.0.1", *session(PRIMARY), FAMILY,
                f"neighbor {PRIMARY} prefix-list all out")),
    "wrong-prefix-length": Scenario(
        address("secondary", "1/31", "1/30"), down("secondary"), address("secondary", "1/30", "1/31")),
    "wrong-remote-asn": customer(
        [f"neighbor {PRIMARY} remote-as 12077"], [f"neighbor {PRIMARY} remote-as 12076"], down("primary")),
    "wrong-own-asn": customer(
        [f"neighbor {SECONDARY} local-as 65002 no-prepend replace-as"], [f"no neighbor {SECONDARY} local-as"],
        down("secondary")),
    "wrong-key": customer(
        [f"neighbor {PRIMARY} password Fabrikam"], [f"neighbor {PRIMARY} password Contoso-4711"], down("primary")),
    "key-missing": customer(
        [f"no neighbor {SECONDARY} password"], [f"neighbor {SECONDARY} password Contoso-4711"], down("secondary")),
    "session-shut-at-edge": customer(
        [f"neighbor {PRIMARY} shutdown"], [f"no neighbor {PRIMARY} shutdown"], down("primary")),
    "peering-disabled": Scenario(
        peering(False), lambda lab: not any(lab.established(path) for path in lab.links), peering(True)),
    "prefix-on-one-path": customer(
        [FAMILY, f"neighbor {SECONDARY} prefix-list some out"], [FAMILY, f"neighbor {SECONDARY} prefix-list all out"],
        has("secondary", {"192.168.10.0/24"})),
    "nothing-announced": customer(
        [FAMILY, f"neighbor {PRIMARY} prefix-list none out", f"neighbor {SECONDARY} prefix-list none out"],
        [FAMILY, f"neighbor {PRIMARY} prefix-list all out", f"neighbor {SECONDARY} prefix-list all out"],
        lambda lab: all(has(path, set())(lab) for path in lab.links)),
    "prepended": customer(
        [FAMILY, f"neighbor {SECONDARY} route-map prepend out"],
        [FAMILY, f"no neighbor {SECONDARY} route-map prepend out"],
        lambda lab: all(way["path"] == "65001 65001 65001" for network in BOTH for way in
                        lab.msees["secondary"].json("show bgp ipv4 unicast")["routes"].get(network, [{"path": ""}])
                        if way.get("peerId") == "172.16.1.1")),
    "default-route": customer(
        [FAMILY, "network 0.0.0.0/0"], [FAMILY, "no network 0.0.0.0/0"], announced("0.0.0.0/0")),
    "azure-prefix-announced": customer(
        [FAMILY, "network 10.100.1.0/24"], [FAMILY, "no network 10.100.1.0/24"], announced("10.100.1.0/24")),
    "azure-prefix-filtered": customer(
        [FAMILY, f"neighbor {PRIMARY} prefix-list none in"], [FAMILY, f"no neighbor {PRIMARY} prefix-list none in"],
        lambda lab: lab.ce.peer(PRIMARY).get("pfxRcd") == 0),
    "gateway-on-one-path": Scenario(
        gateway("secondary", "down"),
        lambda lab: lab.gateway.peer("10.100.255.5").get("state") != "Established"
        and not any(lab.msees["secondary"].peer(f"10.100.255.{n}").get("state") == "Established" for n in (12, 13)),
        gateway("secondary", "up")),
    "prefix-limit": Scenario(
        lambda lab: [lab.msees["primary"].configure(
            "router bgp 12076", FAMILY, "neighbor 172.16.0.1 maximum-prefix 1")],
        lambda lab: "PfxCt" in lab.msees["primary"].peer("172.16.0.1").get("state", ""),
        lambda lab: [lab.msees["primary"].configure(
            "router bgp 12076", FAMILY, "no neighbor 172.16.0.1 maximum-prefix 1"),
            lab.msees["primary"].ask("clear bgp 172.16.0.1")]),
}
