"""Builds the DNS of an estate out of real servers on loopback, asks them, and prints what they answer.

usage: lab.py SNAPSHOT DNS QUESTIONS

SNAPSHOT is a snapshot, DNS a description as --dns takes it ({} for none), QUESTIONS a JSON list of [asker, name] with
askers of the snapshot (machines by name) or "onpremises". Public DNS is NSD with the aliases of private endpoints; each
private zone is served by NSD; each network's resolver, each described server and public DNS's resolver is Unbound. Prints a
list of {"asker", "name", "status", "records": [[name, type, value]]}. Exits with 3 where a program is missing.

Nothing here is taken from the program that is tested.
"""
import concurrent.futures, json, os, shutil, signal, socket, subprocess, sys, tempfile, time

for program in ("unbound", "nsd", "drill"):
    if not shutil.which(program, path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin"):
        print(f"{program} is not installed", file=sys.stderr)
        sys.exit(3)
os.environ["PATH"] += ":/usr/sbin:/usr/local/sbin"

PRIVATE = {"vault.azure.net": "privatelink.vaultcore.azure.net", "blob.core.windows.net": "privatelink.blob.core.windows.net",
           "database.windows.net": "privatelink.database.windows.net"}
PUBLIC_RESOLVERS = ("8.8.8.8", "1.1.1.1")
PUBLIC_ADDRESS = "203.0.113.10"

snapshot = json.load(open(sys.argv[1]))
described = json.load(open(sys.argv[2]))
questions = json.load(open(sys.argv[3]))
resources = snapshot["resources"] if isinstance(snapshot, dict) else snapshot
folder = tempfile.mkdtemp(prefix="azimuth-dns-")
processes = []


def low(text): return (text or "").lower().rstrip(".")
def kind(resource): return "/".join(low(resource["id"]).split("/providers/")[-1].split("/")[0:1] + low(resource["id"]).split("/providers/")[-1].split("/")[1::2])
def props(resource): return resource.get("properties", {})
def of(*kinds): return [r for r in resources if kind(r) in kinds]


def free_port():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(command):
    processes.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=open(f"{folder}/log", "a"), start_new_session=True))


def ask(port, name, kind="A"):
    try:
        run = subprocess.run(["drill", "-p", str(port), "@127.0.0.1", name, kind], capture_output=True, text=True, timeout=30)
        return run.stdout
    except subprocess.TimeoutExpired:
        return ""


def wait(port, name):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if "rcode:" in ask(port, name): return
        time.sleep(0.05)
    raise SystemExit(f"the server for {name} doesn't answer: {open(folder + '/log').read()[-2000:]}")


def nsd(zones):
    """Serves zones, {name: [(owner, type, value)]}. The port."""
    port = free_port()
    home = tempfile.mkdtemp(dir=folder)
    lines = ["server:", " ip-address: 127.0.0.1", f" port: {port}", " username: \"\"", f" zonesdir: {home}", f" pidfile: {home}/pid",
             f" zonelistfile: {home}/list", f" xfrdfile: {home}/xfrd", f" xfrdir: {home}", " database: \"\"", " server-count: 1",
             "remote-control:", " control-enable: no"]
    for number, (name, records) in enumerate(zones.items()):
        lines += ["zone:", f" name: {name}", f" zonefile: {number}.zone"]
        with open(f"{home}/{number}.zone", "w") as file:
            file.write(f"$TTL 10\n{name}. SOA ns.{name}. root.{name}. 1 3600 300 3600 10\n{name}. NS ns.invalid.\n")
            for owner, type, value in records: file.write(f"{owner}. {type} {value}\n")
    open(f"{home}/nsd.conf", "w").write("\n".join(lines) + "\n")
    start(["nsd", "-d", "-c", f"{home}/nsd.conf"])
    if zones: wait(port, next(iter(zones)))
    return port


class Unbound:
    """A resolver whose port is known before its configuration is."""
    def __init__(self): self.port, self.lines = free_port(), []
    def stub(self, zone, port): self.lines += ["stub-zone:", f' name: "{zone}."', f" stub-addr: 127.0.0.1@{port}", " stub-prime: no"]
    def forward(self, zone, ports):
        self.lines += ["forward-zone:", f' name: "{zone}."'] + [f" forward-addr: 127.0.0.1@{port}" for port in ports]
    def zone(self, name, records):
        self.lines += ["auth-zone:", f' name: "{name}."', f" zonefile: {self.home()}/{name}", " for-upstream: yes", " for-downstream: yes"]
        with open(f"{self.home()}/{name}", "w") as file:
            file.write(f"$TTL 10\n{name}. SOA ns.{name}. root.{name}. 1 3600 300 3600 10\n{name}. NS ns.invalid.\n")
            for owner, type, value in records: file.write(f"{owner}. {type} {value}\n")
    def home(self):
        path = f"{folder}/unbound-{self.port}"
        os.makedirs(path, exist_ok=True)
        return path
    def run(self, listens=True):
        head = ["server:", f" interface: {'127.0.0.1' if listens else '127.0.0.53'}", f" port: {self.port}", " do-daemonize: no", ' username: ""', ' chroot: ""',
                f" directory: {self.home()}", f" pidfile: {self.home()}/pid", " do-not-query-localhost: no", " use-syslog: no", ' module-config: "iterator"',
                " access-control: 127.0.0.0/8 allow", " num-threads: 1", " outgoing-range: 64", " num-queries-per-thread: 32", " cache-max-ttl: 0",
                " cache-max-negative-ttl: 0", " infra-host-ttl: 0", " qname-minimisation: no", ' local-zone: "10.in-addr.arpa." nodefault',
                "remote-control:", " control-enable: no"]
        open(f"{self.home()}/conf", "w").write("\n".join(head + self.lines) + "\n")
        start(["unbound", "-d", "-p", "-c", f"{self.home()}/conf"])


def records_of(zone):
    found = []
    for r in resources:
        id = low(r["id"])
        if not id.startswith(low(zone["id"]) + "/"): continue
        parts = id.split("/")
        name, origin = parts[-1], zone["name"].lower()
        owner = origin if name == "@" else f"{name}.{origin}"
        for a in props(r).get("aRecords", []): found.append((owner, "A", a["ipv4Address"]))
        for a in props(r).get("aaaaRecords", []): found.append((owner, "AAAA", a["ipv6Address"]))
        if "cnameRecord" in props(r): found.append((owner, "CNAME", props(r)["cnameRecord"]["cname"].rstrip(".") + "."))
    return found


# Public DNS: a service with an approved endpoint has an alias; the alias has a public address.
services, aliases = {}, {}
endpoints = {low(e["id"]): e for e in of("microsoft.network/privateendpoints")}
for nic in of("microsoft.network/networkinterfaces"):
    endpoint = endpoints.get(low(props(nic).get("privateEndpoint", {}).get("id")))
    if not endpoint: continue
    connections = props(endpoint).get("privateLinkServiceConnections", []) + props(endpoint).get("manualPrivateLinkServiceConnections", [])
    approved = all(props(c).get("privateLinkServiceConnectionState", {}).get("status", "Approved") == "Approved" for c in connections)
    for configuration in props(nic).get("ipConfigurations", []):
        for fqdn in props(configuration).get("privateLinkConnectionProperties", {}).get("fqdns", []):
            fqdn = low(fqdn)
            suffix = next((s for s in PRIVATE if fqdn.endswith("." + s)), None)
            if suffix is None:
                labels = fqdn.split(".")
                origin = ".".join(labels[labels.index("privatelink"):])
                aliases.setdefault(origin, []).append((fqdn, "A", PUBLIC_ADDRESS))
                continue
            target = fqdn[: -len(suffix)] + PRIVATE[suffix]
            services.setdefault(suffix, []).append((fqdn, "CNAME", target + ".") if approved else (fqdn, "A", PUBLIC_ADDRESS))
            if approved: aliases.setdefault(PRIVATE[suffix], []).append((target, "A", PUBLIC_ADDRESS))
service_port, alias_port = nsd(services), nsd(aliases)

# Private zones: copies of one name stand on servers of their own.
zone_port = {}
for zone in of("microsoft.network/privatednszones"): zone_port[low(zone["id"])] = nsd({zone["name"].lower(): records_of(zone)})


def public_view(resolver, linked=()):
    for suffix in services:
        if suffix not in linked: resolver.stub(suffix, service_port)
    for origin in aliases:
        if origin not in linked: resolver.stub(origin, alias_port)


networks = {low(n["id"]): n for n in of("microsoft.network/virtualnetworks")}
azure = {id: Unbound() for id in networks}
public = Unbound()
public_view(public)
public.run()
servers = []
for server in described.get("servers", []): servers.append((server, Unbound()))
machines = {}
for nic in of("microsoft.network/networkinterfaces"):
    machine = low(props(nic).get("virtualMachine", {}).get("id"))
    if not machine: continue
    for configuration in props(nic)["ipConfigurations"]:
        subnet = low(props(configuration)["subnet"]["id"])
        machines[machine.split("/")[-1]] = (props(configuration)["privateIPAddress"], subnet.split("/subnets/")[0], nic)
inbound = {}
for endpoint in of("microsoft.network/dnsresolvers/inboundendpoints"):
    resolver = next(r for r in of("microsoft.network/dnsresolvers") if low(endpoint["id"]).startswith(low(r["id"]) + "/"))
    for configuration in props(endpoint)["ipConfigurations"]: inbound[configuration["privateIpAddress"]] = low(props(resolver)["virtualNetwork"]["id"])


def port_of(address, network):
    """Where a server listens here, asked from a network (None: outside Azure); a closed port where nobody answers."""
    if address == "168.63.129.16": return azure[network].port if network else free_port()
    for server, unbound in servers:
        own = server.get("addresses") or [machines[server["resource"].lower()][0]]
        if address in own: return unbound.port if "127.0.0.1" not in server.get("listensOn", []) else free_port()
    if address in inbound: return azure[inbound[address]].port
    return public.port if address in PUBLIC_RESOLVERS else free_port()


for id, resolver in azure.items():
    linked = set()
    for link in of("microsoft.network/privatednszones/virtualnetworklinks"):
        if low(props(link)["virtualNetwork"]["id"]) != id or props(link).get("virtualNetworkLinkState") == "InProgress": continue
        zone = low(link["id"]).split("/virtualnetworklinks/")[0]
        resolver.stub(zone.split("/")[-1], zone_port[zone])
        linked.add(zone.split("/")[-1])
    for link in of("microsoft.network/dnsforwardingrulesets/virtualnetworklinks"):
        if low(props(link)["virtualNetwork"]["id"]) != id: continue
        for rule in of("microsoft.network/dnsforwardingrulesets/forwardingrules"):
            if not low(rule["id"]).startswith(low(link["id"]).split("/virtualnetworklinks/")[0] + "/"): continue
            domain = props(rule)["domainName"].rstrip(".").lower()
            if domain in linked or props(rule).get("forwardingRuleState", "Enabled") != "Enabled": continue
            resolver.forward(domain, [port_of(t["ipAddress"], id) for t in props(rule)["targetDnsServers"]])
            linked.add(domain)
    public_view(resolver, linked)
    resolver.run()
for server, unbound in servers:
    network = machines[server["resource"].lower()][1] if "resource" in server else None
    for zone in server.get("zones", []):
        rows = [(zone["name"] if r["name"] == "@" else f"{r['name']}.{zone['name']}", r["type"], v + ("." if r["type"] == "CNAME" else ""))
                for r in zone["records"] for v in r["values"]]
        unbound.zone(zone["name"], rows)
    for rule in server.get("forwarders", []): unbound.forward(rule["zone"], [port_of(a, network) for a in rule["to"]])
    default = server.get("default")
    if isinstance(default, list): unbound.forward("", [port_of(a, network) for a in default])
    elif default == "internet": unbound.forward("", [public.port])
    unbound.run()


def configured(asker):
    if asker == "onpremises": return described.get("onPremises", {}).get("servers", []), None
    _, network, nic = machines[asker]
    own = props(nic).get("dnsSettings", {}).get("dnsServers", [])
    return own or props(networks[network]).get("dhcpOptions", {}).get("dnsServers", []) or ["168.63.129.16"], network


def parse(text, name):
    code = text.split("rcode: ")[1].split(",")[0] if "rcode: " in text else "TIMEOUT"
    section = text.split(";; ANSWER SECTION:")[1].split(";;")[0] if ";; ANSWER SECTION:" in text else ""
    rows = [line.split() for line in section.splitlines() if line.strip() and not line.startswith(";")]
    rows = [[low(r[0]), r[3], low(r[4])] for r in rows]
    chain, current, end = [], low(name), False
    while not end:
        here = [r for r in rows if r[0] == current]
        chain += sorted(here)
        alias = next((r for r in here if r[1] == "CNAME"), None)
        end = alias is None or len(chain) > 100
        current = alias[2] if alias else current
    answered = any(r[1] in ("A", "AAAA") for r in chain)
    status = "answer" if code == "NOERROR" and answered else "nodata" if code == "NOERROR" else "nxdomain" if code == "NXDOMAIN" else "failure"
    return status, chain


try:
    for resolver in list(azure.values()) + [public] + [u for _, u in servers]: wait(resolver.port, "ready.invalid")
    def put(question):
        asker, name = question
        addresses, network = configured(asker)
        status, chain = "failure", []
        for address in addresses:
            status, chain = parse(ask(port_of(address, network), name), name)
            if status != "failure": break
        return {"asker": asker, "name": name, "status": status, "records": chain if status != "failure" else []}

    # Dead servers take their time: all questions wait at once.
    with concurrent.futures.ThreadPoolExecutor(len(questions)) as pool: print(json.dumps(list(pool.map(put, questions))))
finally:
    for process in processes:
        try: os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError: pass
        process.wait()
    shutil.rmtree(folder, ignore_errors=True)
