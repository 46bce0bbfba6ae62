import EstateFixtures
import Findings
import HybridConnectivity
import JSONDocument

extension CircuitFault {
  private typealias Lab = CircuitLab

  static let states: [CircuitFault] = [
    CircuitFault("E1", "a circuit that isn't enabled", .circuitStatus, at: [5], .microsoft, says: ["er is Disabled"]) {
      $0.set(Lab.circuit, "circuitProvisioningState", "Disabled")
    },
    CircuitFault(
      "E1", "a provider that has not provisioned", .providerStatus, at: [3, 4], .provider,
      says: ["Contoso Carrier", "has not provisioned circuit er"]
    ) {
      $0.set(Lab.circuit, "serviceProviderProvisioningState", "NotProvisioned")
    },
    CircuitFault(
      "E2", "an absent private peering", .peeringPresence, at: [5], .customer,
      says: ["no private peering", "1 connection"]
    ) { lab in
      lab.remove(Lab.peering)
      for path in ["primary", "secondary"] {
        for call in ["arpTables", "routeTables", "routeTablesSummary"] { lab.forget(Lab.peering, "\(call)/\(path)") }
      }
    },
    CircuitFault(
      "E2", "a disabled peering", .peeringState, at: [5], .customer, says: ["AzurePrivatePeering is disabled"]
    ) {
      $0.set(Lab.peering, "state", "Disabled")
    },
    CircuitFault(
      "E2", "a peering that Microsoft's edge doesn't know", .peeringPresence, at: [5], .customer,
      says: ["doesn't know AzurePrivatePeering", "not found"]
    ) { lab in
      let error: JSONValue = [
        "error": [
          "code": "BadRequest",
          "message": "The BGP Peering AzurePrivatePeering with Service Key 1111 is not found.",
        ]
      ]
      for path in ["primary", "secondary"] { lab.answer(Lab.peering, "arpTables/\(path)", error, status: 400) }
    },
    CircuitFault(
      "ER-C05", "one prefix for both links", .peeringPrefixes, at: [2, 5], .customer,
      says: ["172.16.0.0/30 for both links"]
    ) { $0.set(Lab.peering, "secondaryPeerAddressPrefix", "172.16.0.0/30") },
    CircuitFault("ER-C05", "a link with a /29", .peeringPrefixes, .primary, at: [2, 5], .customer, says: ["is a /29"]) {
      $0.set(Lab.peering, "primaryPeerAddressPrefix", "172.16.0.0/29")
    },
    CircuitFault(
      "ER-C05", "a link whose prefix isn't a network's first address", .peeringPrefixes, .primary, at: [2, 5],
      .customer,
      says: ["172.16.0.1/30", "isn't a network's first address"]
    ) { $0.set(Lab.peering, "primaryPeerAddressPrefix", "172.16.0.1/30") },
    CircuitFault(
      "ER-C05", "a link without a prefix", .peeringPrefixes, .secondary, at: [2, 5], .customer,
      says: ["the secondary link has no prefix"]
    ) { $0.set(Lab.peering, "secondaryPeerAddressPrefix", nil) },
    CircuitFault(
      "ER-C06", "a link in a connected network's address space", .linkPrefixOverlaps, .primary, at: [5, 6], .customer,
      says: ["10.1.0.0/30 lies in 10.1.0.0/16"]
    ) { $0.set(Lab.peering, "primaryPeerAddressPrefix", "10.1.0.0/30") },
    CircuitFault("ER-C07", "a VLAN that no frame bears", .peeringVLAN, at: [2, 5], .customer, says: ["VLAN 4095"]) {
      $0.set(Lab.peering, "vlanId", 4095)
    },
    CircuitFault(
      "ER-C07", "two peerings with one VLAN", .peeringVLAN, at: [2, 5], .customer, says: ["the same VLAN, 200"]
    ) { lab in
      Lab.addMicrosoftPeering(&lab)
      lab.set(Lab.microsoft, "vlanId", 200)
    },
    CircuitFault(
      "ER-C03", "another AS number of Microsoft's", .peeringASN, at: [2, 5], .customer,
      says: ["Azure's AS number is 12077"]
    ) { $0.set(Lab.peering, "azureASN", 12077) },
    CircuitFault(
      "ER-C04", "a reserved AS number of the peer", .peeringASN, at: [2, 5], .customer,
      says: ["65515", "reserved by Azure"]
    ) { $0.set(Lab.peering, "peerASN", 65515) },
    CircuitFault(
      "ER-C04", "Microsoft's own AS number for the peer", .peeringASN, at: [2, 5], .customer,
      says: ["12076", "Microsoft's own"]
    ) { $0.set(Lab.peering, "peerASN", 12076) },
    CircuitFault(
      "ER-C18", "a Direct link that is switched off", .directPort, .secondary, at: [2, 5], .customer,
      says: ["link2", "switched off"]
    ) { lab in
      let port = EstateBuilder.id("ExpressRoutePorts", "port")
      lab.set(Lab.circuit, "expressRoutePort", ["id": .string(port)])
      lab.add(
        port,
        JSONObject([
          (
            "links",
            [
              ["name": "link1", "properties": ["adminState": "Enabled"]],
              ["name": "link2", "properties": ["adminState": "Disabled"]],
            ]
          )
        ]))
    },
  ]

  static let paths: [CircuitFault] = [
    CircuitFault(
      "E4", "an incomplete ARP entry on the secondary path", .arpTable, .secondary, at: [2, 3, 4], .provider,
      says: [
        "172.16.0.5", "Incomplete", "the provider has not provisioned the secondary link", "the primary link works",
      ]
    ) { lab in
      lab.arp(
        Lab.peering, "secondary",
        [("On-Prem", "172.16.0.5", "Incomplete"), ("Microsoft", "172.16.0.6", "c067.afe5.bcc9")])
      Lab.session(&lab, "secondary", "Idle")
    },
    CircuitFault(
      "E4", "incomplete ARP entries on both paths", .arpTable, .primary, at: [2, 3, 4], .provider,
      says: ["172.16.0.1", "Incomplete", "layer 2 doesn't work"]
    ) { lab in
      for (path, edge) in [("primary", "172.16.0.1"), ("secondary", "172.16.0.5")] {
        lab.arp(Lab.peering, path, [("On-Prem", edge, "incomplete")])
        Lab.session(&lab, path, "Active")
      }
    },
    CircuitFault(
      "E4", "an empty ARP table on one path", .arpTable, .primary, at: [5], .microsoft,
      says: ["primary path is empty", "not programmed"]
    ) { $0.arp(Lab.peering, "primary", []) },
    CircuitFault(
      "E4", "an ARP table with Microsoft's row alone", .arpTable, .primary, at: [2, 3, 4], .provider,
      says: ["never learned 172.16.0.1"]
    ) { $0.arp(Lab.peering, "primary", [("Microsoft", "172.16.0.2", "c067.afe5.bcc9")]) },
    CircuitFault(
      "E3", "the sides of a link swapped", .arpTable, .primary, at: [2], .customer,
      says: ["answers as 172.16.0.2", "the two sides are swapped", "172.16.0.1"]
    ) { $0.arp(Lab.peering, "primary", [("On-Prem", "172.16.0.2", "02cf.2b02.c22b")]) },
    CircuitFault(
      "E5", "a session that is Idle on one path", .bgpSession, .primary, at: [2, 5], .customer,
      says: ["172.16.0.1", "Idle", "never up", "Layer 2 works there"]
    ) { Lab.session(&$0, "primary", "Idle") },
    CircuitFault(
      "E5", "a session that is Active on one path", .bgpSession, .secondary, at: [2, 5], .customer,
      says: ["172.16.0.5", "Active", "TCP 179"]
    ) { Lab.session(&$0, "secondary", "Active") },
    CircuitFault(
      "E5", "a session that stays in Connect", .bgpSession, .primary, at: [2, 5], .customer, says: ["Connect"]
    ) {
      Lab.session(&$0, "primary", "Connect")
    },
    CircuitFault(
      "E5", "a session that stops at OpenSent", .bgpSession, .primary, at: [2, 5], .customer,
      says: ["OpenSent", "ASN or capability"]
    ) { Lab.session(&$0, "primary", "OpenSent", upDown: "00:00:04") },
    CircuitFault(
      "E3", "an AS number that the other end doesn't have", .bgpSession, .primary, at: [2, 5], .customer,
      says: ["OpenConfirm"]
    ) {
      Lab.session(&$0, "primary", "OpenConfirm")
      Lab.session(&$0, "secondary", "OpenConfirm")
    },
    CircuitFault(
      "BGP-IDLE-ADMIN", "a session that was shut down", .bgpSession, .primary, at: [5], .customer,
      says: ["Idle (Admin)"]
    ) {
      Lab.session(&$0, "primary", "Idle (Admin)")
    },
    CircuitFault(
      "E7", "a session that fell for too many prefixes", .bgpSession, .primary, at: [2, 5], .customer,
      says: ["Idle (PfxCt)", "too many prefixes"]
    ) { Lab.session(&$0, "primary", "Idle (PfxCt)", upDown: "00:10") },
    CircuitFault(
      "E7", "more prefixes than the tier takes", .prefixLimit, .primary, at: [2, 5], .customer,
      says: ["4001 prefixes of at most 4000", "session is dropped"]
    ) { Lab.session(&$0, "primary", "4001", upDown: "3d02h") },
    CircuitFault(
      "BGP-NOCE", "a router that has no neighbour at the edge", .bgpSession, .primary, at: [5], .microsoft,
      says: ["no neighbour 172.16.0.1"]
    ) { lab in
      lab.summary(Lab.peering, "primary", [("10.0.255.12", 65515, "4d05h", "3"), ("10.0.255.13", 65515, "4d05h", "3")])
      Lab.withdraw(&lab, "primary")
    },
    CircuitFault(
      "ARP-OK-NOPFX", "an edge that announces nothing", .receivedPrefixes, .primary, at: [2], .customer,
      says: ["announces nothing"]
    ) { lab in
      Lab.session(&lab, "primary", "0", upDown: "3d02h")
      Lab.withdraw(&lab, "primary")
    },
    CircuitFault(
      "E10", "an edge that announces a more specific network of Azure's", .announcedAzurePrefix, .primary, at: [2],
      .customer,
      says: ["10.1.1.0/24", "lies in Azure's 10.1.0.0/16"]
    ) {
      $0.healthyPath(
        Lab.peering, "primary", "172.16.0.1", prefixes: ["192.168.0.0/16", "172.20.0.0/16", "10.1.1.0/24"])
    },
    CircuitFault(
      "E10", "an edge that announces Azure's own prefix", .announcedAzurePrefix, .secondary, at: [2], .customer,
      says: ["10.2.0.0/16", "Azure's own"]
    ) {
      $0.healthyPath(
        Lab.peering, "secondary", "172.16.0.5", prefixes: ["192.168.0.0/16", "172.20.0.0/16", "10.2.0.0/16"])
    },
  ]

  static let gateways: [CircuitFault] = [
    CircuitFault(
      "E9", "a gateway without a connection", .circuitConnection, at: [6], .customer,
      says: ["no connection joins the circuit", "ergw"]
    ) { lab in
      lab.remove(Lab.connection)
      for (path, edge) in [("primary", "172.16.0.1"), ("secondary", "172.16.0.5")] {
        lab.healthyPath(Lab.peering, path, edge, azure: [])
        lab.summary(Lab.peering, path, [(edge, 64512, "3d02h", "2")])
      }
    },
    CircuitFault(
      "E9", "a connection that isn't connected", .circuitConnection, at: [6], .customer,
      says: ["to-er", "not connected"]
    ) {
      $0.set(Lab.connection, "connectionStatus", "NotConnected")
    },
    CircuitFault(
      "E9", "a connection that could not be set up", .circuitConnection, at: [6], .customer,
      says: ["could not be set up"]
    ) {
      $0.set(Lab.connection, "provisioningState", "Failed")
    },
    CircuitFault(
      "E9", "a connection to a VPN gateway", .circuitConnection, at: [6], .customer, says: ["is a Vpn gateway"]
    ) {
      $0.set(Lab.gateway, "gatewayType", "Vpn")
    },
    CircuitFault(
      "E9", "a connection of another subscription without authorization", .circuitAuthorization, at: [5, 6], .customer,
      says: ["from-afar", "0 authorizations are in use"]
    ) { lab in
      let id = Lab.connection.split(separator: "/").map(String.init)
      let foreign =
        "/subscriptions/00000000-0000-0000-0000-000000000002/" + id[2...6].joined(separator: "/") + "/from-afar"
      lab.add(
        foreign,
        JSONObject([("connectionType", "ExpressRoute"), ("peer", ["id": .string(Lab.circuit)])]))
    },
    CircuitFault(
      "E9", "a connection that brings no session", .gatewaySessions, .primary, at: [6], .customer,
      says: ["no session with a gateway"]
    ) { lab in
      for (path, edge) in [("primary", "172.16.0.1"), ("secondary", "172.16.0.5")] {
        lab.healthyPath(Lab.peering, path, edge, azure: [])
        lab.summary(Lab.peering, path, [(edge, 64512, "3d02h", "2")])
      }
    },
    CircuitFault(
      "G3", "a gateway whose session with Microsoft's routers is down", .bgpPeerNotConnected, at: [5, 6], .customer,
      says: ["10.0.255.4, 10.0.255.5", "Connecting"]
    ) {
      $0.answer(
        Lab.gateway, "getBgpPeerStatus",
        [
          "value": .array(
            ["10.0.255.4", "10.0.255.5"].map {
              ["asn": 12076, "localAddress": "10.0.255.12", "neighbor": .string($0), "state": "Connecting"]
            })
        ])
    },
    CircuitFault(
      "G4", "a gateway that learned nothing of what on-premises announces", .gatewayLacksEdgePrefix, at: [5, 6],
      .customer,
      says: ["ergw didn't learn 172.20.0.0/16, 192.168.0.0/16"]
    ) { $0.learnFromCircuit([]) },
  ]

  static let microsoftPeering: [CircuitFault] = [
    CircuitFault(
      "ER-C08", "prefixes that need validation", .microsoftPeeringPrefixes, at: [5], .customer,
      says: ["could not be validated"]
    ) { lab in
      Lab.addMicrosoftPeering(&lab)
      lab.set(
        Lab.microsoft, "microsoftPeeringConfig",
        ["advertisedPublicPrefixes": ["198.51.100.128/25"], "advertisedPublicPrefixesState": "ValidationNeeded"])
    },
    CircuitFault(
      "ER-C08", "prefixes that nobody named", .microsoftPeeringPrefixes, at: [5], .customer,
      says: ["no public prefixes"]
    ) {
      lab in
      Lab.addMicrosoftPeering(&lab)
      lab.set(Lab.microsoft, "microsoftPeeringConfig", ["advertisedPublicPrefixesState": "NotConfigured"])
    },
    CircuitFault(
      "ER-C10", "a private link of Microsoft peering", .microsoftPeeringPrefixes, .primary, at: [2, 5], .customer,
      says: ["172.31.0.0/30, which is private"]
    ) { lab in
      Lab.addMicrosoftPeering(&lab)
      lab.set(Lab.microsoft, "primaryPeerAddressPrefix", "172.31.0.0/30")
      lab.healthyPath(Lab.microsoft, "primary", "172.31.0.1", prefixes: ["198.51.100.128/25"], azure: [])
    },
    CircuitFault(
      "ER-C09", "Microsoft peering without a route filter", .routeFilter, at: [5], .customer, says: ["no route filter"]
    ) {
      lab in
      Lab.addMicrosoftPeering(&lab)
      lab.set(Lab.microsoft, "routeFilter", nil)
    },
    CircuitFault(
      "ER-C09", "a route filter that allows nothing", .routeFilter, at: [5], .customer, says: ["rf allows no community"]
    ) { lab in
      Lab.addMicrosoftPeering(&lab)
      lab.set(EstateBuilder.id("routeFilters", "rf"), "rules", [])
    },
    CircuitFault(
      "ER-C16", "Global Reach that is disconnected", .globalReach, at: [5], .customer, says: ["to-east is disconnected"]
    ) {
      $0.set(
        Lab.peering, "connections",
        [
          [
            "name": "to-east",
            "properties": ["addressPrefix": "172.16.9.0/29", "circuitConnectionStatus": "Disconnected"],
          ]
        ])
    },
    CircuitFault("ER-C16", "Global Reach with a /30", .globalReach, at: [5], .customer, says: ["takes a /29"]) {
      $0.set(
        Lab.peering, "connections",
        [
          [
            "name": "to-east",
            "properties": ["addressPrefix": "172.16.9.0/30", "circuitConnectionStatus": "Connected"],
          ]
        ])
    },
  ]
}
