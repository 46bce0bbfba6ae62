internal import IPAddressing
internal import JSONDocument

/// Reads JSON: FRR's tables, and those of `ip -j`.
///
/// - Source: FRR 8.4 as it prints; semantics A.11.
enum EdgeJSONReader {
  /// nil for JSON that is none of the tables.
  static func read(_ value: JSONValue) -> CustomerEdge? {
    if let rows = value.elements { return kernelTable(rows) }
    guard let object = value.members else { return nil }
    if object["routes"] != nil { return table(object) }
    if let summary = summary(object) { return summary }
    return byAddress(object)
  }

  /// `show bgp summary json`: a member an address family; older versions have one family's at the top.
  private static func summary(_ object: JSONObject) -> CustomerEdge? {
    var edge = CustomerEdge()
    var isSummary = object["peers"]?.members != nil
    if isSummary { addFamily(object, to: &edge) }
    // `show bgp vrf all summary json` has the families below the instances' names.
    for member in object.members {
      guard let inner = member.value.members else { continue }
      for family in [inner] + inner.members.compactMap(\.value.members) where family["peers"]?.members != nil {
        isSummary = true
        addFamily(family, to: &edge)
      }
    }
    edge.hasSessions = isSummary
    return isSummary || object["ipv4Unicast"] != nil ? edge : nil
  }

  private static func addFamily(_ family: JSONObject, to edge: inout CustomerEdge) {
    let own = number(family["as"])
    for member in family["peers"]?.members?.members ?? [] {
      guard let address = try? IPAddress(member.key) else { continue }
      var peer = EdgePeer(address)
      peer.localASN = number(member.value["localAs"]) ?? own
      peer.remoteASN = number(member.value["remoteAs"])
      peer.state = member.value["state"]?.text
      peer.prefixesReceived = count(member.value["pfxRcd"] ?? member.value["prefixReceivedCount"])
      peer.prefixesSent = count(member.value["pfxSnt"])
      if peer.state?.lowercased().contains("admin") == true { peer.isShutDown = true }
      edge.peers.append(peer)
    }
  }

  /// `show bgp ipv4 unicast json`: what came from whom.
  private static func table(_ object: JSONObject) -> CustomerEdge? {
    guard let networks = object["routes"]?.members else { return nil }
    var edge = CustomerEdge()
    var received: [IPAddress: [EdgeRoute]] = [:]
    for member in networks.members {
      guard let network = try? IPPrefix(member.key, hostBits: .masked) else { continue }
      for way in member.value.elements ?? [] {
        guard let peer = way["peerId"]?.text, let address = try? IPAddress(peer) else { continue }
        received[address, default: []].append(EdgeRoute(network: network, path: path(way)))
      }
    }
    edge.peers = received.keys.sorted().map { address in
      var peer = EdgePeer(address)
      peer.received = received[address]
      peer.localASN = number(object["localAS"])
      return peer
    }
    return edge
  }

  /// `show bgp neighbors json`, and advertised or received routes that somebody put below the neighbour's address.
  private static func byAddress(_ object: JSONObject) -> CustomerEdge? {
    var edge = CustomerEdge()
    for member in object.members {
      guard let address = try? IPAddress(member.key), let fields = member.value.members else { continue }
      var peer = EdgePeer(address)
      peer.localASN = number(fields["localAs"]) ?? number(fields["localAS"])
      peer.remoteASN = number(fields["remoteAs"])
      peer.state = fields["bgpState"]?.text
      peer.isShutDown = fields["adminShutDown"]?.flag
      if peer.state != nil { edge.hasSessions = true }
      if let routes = fields["advertisedRoutes"]?.members { peer.announced = self.routes(routes) }
      if let routes = fields["receivedRoutes"]?.members { peer.received = self.routes(routes) }
      edge.peers.append(peer)
    }
    return edge.peers.isEmpty ? nil : edge
  }

  private static func routes(_ networks: JSONObject) -> [EdgeRoute] {
    networks.members.compactMap { member in
      (try? IPPrefix(member.key, hostBits: .masked)).map { EdgeRoute(network: $0, path: path(member.value)) }
    }
  }

  private static func path(_ way: JSONValue) -> [UInt32] { ASNumber.path(way["path"]?.text ?? "") }

  /// `ip -j neigh` and `ip -j addr` (also with `-d`, which knows the VLANs).
  private static func kernelTable(_ rows: [JSONValue]) -> CustomerEdge? {
    var edge = CustomerEdge()
    for row in rows {
      if let text = row["dst"]?.text, let address = try? IPAddress(text) {
        let hardware = row["lladdr"]?.text.flatMap { HardwareAddress($0) }
        edge.neighbours.append(
          EdgeNeighbour(address: address, hardwareAddress: hardware, interface: row["dev"]?.text))
        edge.hasNeighbours = true
      } else if let name = row["ifname"]?.text {
        edge.interfaces.append(interface(name, row))
      }
    }
    // An empty list is a neighbour table without neighbours: nothing else that is printed as a list is ever empty.
    if rows.isEmpty { edge.hasNeighbours = true }
    return edge.interfaces.isEmpty && !edge.hasNeighbours ? nil : edge
  }

  private static func interface(_ name: String, _ row: JSONValue) -> EdgeInterface {
    var interface = EdgeInterface(name)
    for entry in row["addr_info"]?.elements ?? [] {
      guard let local = entry["local"]?.text, let length = count(entry["prefixlen"]) else { continue }
      if let address = EdgeAddress("\(local)/\(length)") { interface.addresses.append(address) }
    }
    interface.vlan = count(row["linkinfo"]?["info_data"]?["id"])
    interface.hardwareAddress = row["address"]?.text.flatMap { HardwareAddress($0) }
    let flags = row["flags"]?.elements?.compactMap(\.text) ?? []
    if !flags.isEmpty { interface.isShutDown = !flags.contains("UP") }
    switch row["operstate"]?.text {
    case "UP": interface.isUp = true
    case "DOWN", "LOWERLAYERDOWN": interface.isUp = false
    default: break
    }
    return interface
  }

  private static func number(_ value: JSONValue?) -> UInt32? {
    switch value {
    case .integer(let number): UInt32(exactly: number)
    case .string(let text): ASNumber.value(text)
    default: nil
    }
  }

  private static func count(_ value: JSONValue?) -> Int? {
    if case .integer(let number)? = value { return Int(exactly: number) }
    return nil
  }
}
