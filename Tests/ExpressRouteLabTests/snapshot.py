"""What the lab's routers say, in the shapes of Azure's own answers."""

SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000000"
GROUP = f"{SUBSCRIPTION}/resourceGroups/lab/providers/Microsoft.Network"
CIRCUIT = f"{GROUP}/expressRouteCircuits/circuit"
PEERING = f"{CIRCUIT}/peerings/AzurePrivatePeering"
GATEWAY = f"{GROUP}/virtualNetworkGateways/gateway"
NETWORK = f"{GROUP}/virtualNetworks/vnet"
OBSERVED = "2026-11-21T12:00:00Z"
ORIGINS = {"IGP": "I", "EGP": "E", "incomplete": "?"}


class Snapshot:
    def __init__(self, lab):
        self.lab = lab
        observations = []
        for path in lab.links:
            msee = lab.msees[path]
            for action, rows in [("arpTables", self.arp(path, msee)), ("routeTables", self.routes(msee)),
                                 ("routeTablesSummary", self.summary(msee))]:
                observations.append(self.observation("POST", f"{PEERING}/{action}/{path}", {"value": rows}))
        observations.append(self.observation("GET", f"{CIRCUIT}/stats", self.statistics()))
        observations.append(self.observation("POST", f"{GATEWAY}/getBgpPeerStatus", {"value": self.peers()}))
        observations.append(self.observation("POST", f"{GATEWAY}/getLearnedRoutes", {"value": self.learned()}))
        self.value = {"azimuth": 1, "resources": self.resources(), "observations": observations}

    @staticmethod
    def observation(method, path, response):
        return {"method": method, "path": path, "body": None, "status": 200, "response": response,
                "observedAt": OBSERVED}

    def arp(self, path, msee):
        """Azure prints a row for the customer's address, unanswered or not, and its own."""
        interface = f"customer.{self.lab.vlan}"
        net = self.lab.links[path][2]
        rows = [{"age": 1, "interface": "On-Prem", "ipAddress": entry["dst"], "macAddress": dotted(entry["lladdr"])}
                for entry in msee.neighbours(interface) if "lladdr" in entry and ":" not in entry["dst"]]
        if not rows:
            rows = [{"age": 0, "interface": "On-Prem", "ipAddress": f"{net}.1", "macAddress": "Incomplete"}]
        own = {"age": 0, "interface": "Microsoft", "ipAddress": f"{net}.2", "macAddress": dotted(msee.mac(interface))}
        return rows + [own]

    @staticmethod
    def routes(msee):
        rows = []
        for network, ways in msee.json("show bgp ipv4 unicast")["routes"].items():
            for way in ways:
                star = "*" if way.get("bestpath") and len(ways) > 1 else ""
                hop = way["nexthops"][0]["ip"]
                path = f"{way['path']} {ORIGINS[way['origin']]}".strip()
                rows.append({"locPrf": "100", "network": network, "nextHop": hop + star, "path": path, "weight": 0})
        return rows

    @staticmethod
    def summary(msee):
        rows = []
        for address, peer in msee.json("show bgp summary").get("ipv4Unicast", {}).get("peers", {}).items():
            up = peer["state"] == "Established"
            state = str(peer["pfxRcd"]) if up else peer["state"]
            rows.append({"neighbor": address, "v": 4, "as": peer["remoteAs"], "upDown": peer["peerUptime"],
                         "statePfxRcd": state})
        return rows

    def statistics(self):
        values = {}
        for path, msee in self.lab.msees.items():
            received, sent = msee.counters("customer")
            values[f"{path}BytesIn"], values[f"{path}BytesOut"] = received, sent
        return values

    def peers(self):
        rows = []
        summary = self.lab.gateway.json("show bgp summary")
        for address, peer in summary.get("ipv4Unicast", {}).get("peers", {}).items():
            row = {"asn": peer["remoteAs"], "localAddress": "10.100.255.13", "messagesReceived": peer["msgRcvd"],
                   "messagesSent": peer["msgSent"], "neighbor": address, "routesReceived": peer.get("pfxRcd", 0),
                   "state": "Connected" if peer["state"] == "Established" else "Connecting"}
            if row["state"] == "Connected":
                row["connectedDuration"] = peer["peerUptime"]
            rows.append(row)
        return rows

    def learned(self):
        rows = []
        for network, ways in self.lab.gateway.json("show bgp ipv4 unicast")["routes"].items():
            for way in ways:
                row = {"localAddress": "10.100.255.13", "network": network, "asPath": way["path"].replace(" ", "-")}
                if way["path"]:
                    hop = way["nexthops"][0]["ip"]
                    row.update(nextHop=hop, sourcePeer=way["peerId"], origin="EBgp", weight=32769)
                else:
                    row.update(sourcePeer="10.100.255.13", origin="Network", weight=32768)
                rows.append(row)
        return rows

    def resources(self):
        prefixes = {f"{path}PeerAddressPrefix": f"{net}.0/30" for path, (_, _, net) in self.lab.links.items()}
        peering = {"peeringType": "AzurePrivatePeering", "state": self.lab.state, "provisioningState": "Succeeded",
                   "azureASN": 12076, "peerASN": 65001, "vlanId": self.lab.vlan, "primaryAzurePort": "",
                   "secondaryAzurePort": "", "lastModifiedBy": "Customer", **prefixes}
        circuit = {"provisioningState": "Succeeded", "circuitProvisioningState": "Enabled",
                   "serviceProviderProvisioningState": "Provisioned", "serviceKey": "11111111-2222-3333-4444-555555555555",
                   "serviceProviderProperties": {"serviceProviderName": "Lab", "peeringLocation": "Here",
                                                 "bandwidthInMbps": 50},
                   "peerings": [{"id": PEERING, "name": "AzurePrivatePeering",
                                 "type": "Microsoft.Network/expressRouteCircuits/peerings", "properties": peering}],
                   "authorizations": []}
        subnets = [{"id": f"{NETWORK}/subnets/{name}", "name": name, "properties": {"addressPrefix": prefix}}
                   for name, prefix in [("GatewaySubnet", "10.100.255.0/27"), ("app", "10.100.1.0/24")]]
        configuration = {"name": "default", "properties": {"privateIPAllocationMethod": "Dynamic",
                                                           "subnet": {"id": f"{NETWORK}/subnets/GatewaySubnet"}}}
        return [
            {"id": CIRCUIT, "name": "circuit", "type": "Microsoft.Network/expressRouteCircuits", "location": "westeurope",
             "sku": {"name": "Standard_MeteredData", "tier": "Standard", "family": "MeteredData"},
             "properties": circuit},
            {"id": NETWORK, "name": "vnet", "type": "Microsoft.Network/virtualNetworks", "location": "westeurope",
             "properties": {"provisioningState": "Succeeded", "addressSpace": {"addressPrefixes": ["10.100.0.0/16"]},
                            "subnets": subnets, "virtualNetworkPeerings": []}},
            {"id": GATEWAY, "name": "gateway", "type": "Microsoft.Network/virtualNetworkGateways",
             "location": "westeurope",
             "properties": {"provisioningState": "Succeeded", "gatewayType": "ExpressRoute", "vpnType": "RouteBased",
                            "sku": {"name": "ErGw1AZ", "tier": "ErGw1AZ", "capacity": 2}, "enableBgp": False,
                            "activeActive": False, "ipConfigurations": [configuration]}},
            {"id": f"{GROUP}/connections/connection", "name": "connection", "type": "Microsoft.Network/connections",
             "location": "westeurope",
             "properties": {"provisioningState": "Succeeded", "connectionType": "ExpressRoute",
                            "connectionStatus": "Connected", "routingWeight": 0, "enableBgp": False,
                            "virtualNetworkGateway1": {"id": GATEWAY}, "peer": {"id": CIRCUIT}}},
        ]


def dotted(address):
    """`02:cf:2b:02:c2:2b` as Azure writes it, `02cf.2b02.c22b`."""
    digits = address.replace(":", "")
    return ".".join(digits[i:i + 4] for i in (0, 4, 8))
