internal import IPAddressing

/// Reads the tables that routers print for people: neighbour tables, BGP summaries, BGP tables.
///
/// Rows are known by their shape, so that a table is read with or without its prompt and header. Only whom routes were
/// announced to the rows don't say: that is in the command.
struct RouterTableReader {
  private enum Direction {
    case announced, received
  }

  private var edge = CustomerEdge()
  /// What the last command asked for: the routes to or from a neighbour.
  private var asked: (peer: IPAddress, direction: Direction)?
  private var ownASN: UInt32?
  /// The prefix of a BGP table whose further paths follow, and where the header says that paths begin.
  private var network: IPPrefix?
  private var pathColumn: Int?
  private var received: [IPAddress: [EdgeRoute]] = [:]
  private var announced: [IPAddress: [EdgeRoute]] = [:]
  /// The place in `edge.peers` of the last session, whose counts Junos prints a line below.
  private var openSession: Int?
  private var knownLines = 0

  /// A command was typed.
  mutating func begin(_ command: [Substring]) {
    asked = nil
    network = nil
    pathColumn = nil
    openSession = nil
    let address = command.lazy.compactMap { try? IPAddress($0) }.first
    guard let address else { return }
    let text = command.joined(separator: " ")
    if text.contains("advertised-routes") || text.contains("advertising-protocol") {
      asked = (address, .announced)
      if announced[address] == nil { announced[address] = [] }
    } else if text.contains("received-routes") || text.contains("receive-protocol") || text.hasSuffix("routes") {
      asked = (address, .received)
      if received[address] == nil { received[address] = [] }
    }
  }

  mutating func endSection() { openSession = nil }

  /// Whether the line was a row or header of a table.
  mutating func read(_ line: Substring, _ words: [Substring]) -> Bool {
    guard header(line, words) || neighbour(words) || session(words) || route(line, words) else { return false }
    knownLines += 1
    return true
  }

  mutating func finish() -> CustomerEdge? {
    for (routes, keyPath) in [(announced, \EdgePeer.announced), (received, \EdgePeer.received)] {
      for address in routes.keys.sorted() {
        var peer = EdgePeer(address)
        peer[keyPath: keyPath] = routes[address]
        edge.peers.append(peer)
      }
    }
    for index in edge.peers.indices where edge.peers[index].localASN == nil { edge.peers[index].localASN = ownASN }
    return knownLines > 0 ? edge : nil
  }

  private mutating func header(_ line: Substring, _ words: [Substring]) -> Bool {
    if line.contains("local AS number"), let last = words.last(where: { ASNumber.value($0) != nil }) {
      let place = words.firstIndex(of: "number") ?? 0
      ownASN = (place + 1 < words.count ? ASNumber.value(words[place + 1]) : nil) ?? ASNumber.value(last)
      return true
    }
    guard words.contains("Path"), words.contains("Weight"), let place = line.firstRange(of: "Path") else {
      return false
    }
    pathColumn = line.distance(from: line.startIndex, to: place.lowerBound)
    return true
  }

  // MARK: Neighbour tables

  private mutating func neighbour(_ words: [Substring]) -> Bool {
    guard let row = ciscoARP(words) ?? kernelNeighbour(words) ?? junosARP(words) ?? bsdARP(words) else { return false }
    edge.neighbours.append(row)
    edge.hasNeighbours = true
    return true
  }

  /// `Internet  172.16.0.2  12  6412.25a7.b8b0  ARPA  GigabitEthernet0/0.200`, or `Incomplete` for the address.
  private func ciscoARP(_ words: [Substring]) -> EdgeNeighbour? {
    guard words.count >= 5, words[0] == "Internet", let address = try? IPAddress(words[1]) else { return nil }
    return EdgeNeighbour(
      address: address, hardwareAddress: HardwareAddress(words[3]), interface: words.count > 5 ? String(words[5]) : nil)
  }

  /// `172.16.0.2 dev eth0.200 lladdr 02:cf:2b:02:c2:2b REACHABLE`, or without `lladdr`.
  private func kernelNeighbour(_ words: [Substring]) -> EdgeNeighbour? {
    guard words.count >= 3, words[1] == "dev", let address = try? IPAddress(words[0]) else { return nil }
    let hardware = words.firstIndex(of: "lladdr").flatMap {
      $0 + 1 < words.count ? HardwareAddress(words[$0 + 1]) : nil
    }
    return EdgeNeighbour(address: address, hardwareAddress: hardware, interface: String(words[2]))
  }

  /// `02:cf:2b:02:c2:2b 172.16.0.2  172.16.0.2  ge-0/0/0.200  none`.
  private func junosARP(_ words: [Substring]) -> EdgeNeighbour? {
    guard words.count >= 3, let hardware = HardwareAddress(words[0]), words[0].contains(":"),
      let address = try? IPAddress(words[1])
    else { return nil }
    return EdgeNeighbour(
      address: address, hardwareAddress: hardware,
      interface: words.dropFirst(2).first { $0.contains("/") || $0.contains("-") }.map(String.init))
  }

  /// `? (172.16.0.2) at 02:cf:2b:02:c2:2b [ether] on eth0.200`.
  private func bsdARP(_ words: [Substring]) -> EdgeNeighbour? {
    guard words.count >= 4, words[2] == "at", words[1].first == "(", words[1].last == ")",
      let address = try? IPAddress(words[1].dropFirst().dropLast())
    else { return nil }
    let on = words.firstIndex(of: "on").flatMap { $0 + 1 < words.count ? String(words[$0 + 1]) : nil }
    return EdgeNeighbour(address: address, hardwareAddress: HardwareAddress(words[3]), interface: on)
  }

  // MARK: Sessions

  private mutating func session(_ words: [Substring]) -> Bool {
    if let place = openSession, words.count == 2, words[0].hasSuffix(":"), words[1].contains("/") {
      // Junos: `inet.0: 2/3/3/0`, which are the active, received, accepted and damped ones.
      edge.peers[place].prefixesReceived =
        edge.peers[place].prefixesReceived ?? words[1].split(separator: "/").dropFirst().first.flatMap { Int($0) }
      return true
    }
    guard words.count >= 8, let address = try? IPAddress(words[0]) else { return false }
    guard let row = ciscoSession(words, address) ?? junosSession(words, address) else { return false }
    edge.peers.append(row)
    edge.hasSessions = true
    openSession = edge.peers.count - 1
    return true
  }

  /// `172.16.0.2  4  12076  100  101  5  0  0  00:58:09  3`, with FRR's `PfxSnt` and `Desc` behind it. A number at the
  /// end means established.
  private func ciscoSession(_ words: [Substring], _ address: IPAddress) -> EdgePeer? {
    guard words.count >= 10, words[1] == "4", let remote = ASNumber.value(words[2]),
      words[3...7].allSatisfy({ Int($0) != nil })
    else { return nil }
    var peer = EdgePeer(address)
    peer.remoteASN = remote
    if let count = Int(words[9]) {
      peer.state = "Established"
      peer.prefixesReceived = count
      peer.prefixesSent = words.count > 10 ? Int(words[10]) : nil
    } else {
      let admin = words.count > 10 && words[10].first == "(" ? " \(words[10])" : ""
      peer.state = "\(words[9])\(admin)"
      if peer.state?.lowercased().contains("admin") == true { peer.isShutDown = true }
    }
    return peer
  }

  /// `172.16.0.2  12076  100  101  0  0  1:02:03 Establ`, `... 2d 3:04:05 2/3/3/0 0/0/0/0`, `... Active`.
  private func junosSession(_ words: [Substring], _ address: IPAddress) -> EdgePeer? {
    guard let remote = ASNumber.value(words[1]), words[2...5].allSatisfy({ Int($0) != nil }) else { return nil }
    let isLong = !words[6].contains(":") && words[6].last?.isLetter == true && words.count > 8
    let state = words[isLong ? 8 : 7]
    guard state.contains("/") || Self.junosStates.contains(state) else { return nil }
    var peer = EdgePeer(address)
    peer.remoteASN = remote
    if state.contains("/") {
      peer.state = "Established"
      peer.prefixesReceived = state.split(separator: "/").dropFirst().first.flatMap { Int($0) }
    } else {
      peer.state = state == "Establ" ? "Established" : String(state)
    }
    return peer
  }

  private static let junosStates: Set<Substring> = ["Establ", "Idle", "Connect", "Active", "OpenSent", "OpenConfirm"]

  // MARK: Routes

  /// ` *>  10.0.0.0/16  172.16.0.2  0  0 12076 i`; further paths leave the network out, and a long network stands alone
  /// on its line. Junos: `* 10.0.0.0/16  172.16.0.2  ...  12076 I`.
  private mutating func route(_ line: Substring, _ words: [Substring]) -> Bool {
    guard pathColumn != nil || asked != nil else { return false }
    var rest = words[...]
    // Marks of the path's standing, apart from the network or not.
    while let first = rest.first, first.allSatisfy({ "*>=sdhirSRbfxacmt".contains($0) }) { rest = rest.dropFirst() }
    guard var head = rest.first else { return false }
    head = head.drop { "*>=sdhirSRbfxacmt".contains($0) }
    let second = rest.dropFirst().first
    var hop: IPAddress?
    if head.contains("/"), let prefix = try? IPPrefix(head, hostBits: .masked) {
      network = prefix
      hop = second.flatMap { try? IPAddress($0) }
      if second != nil, hop == nil, second != "Self" { return false }
      if second == nil { return true }
    } else if let address = try? IPAddress(head) {
      if let next = second.flatMap({ try? IPAddress($0) }) {
        network = try? IPPrefix("\(head)/\(IOSConfigurationReader.classLength(head))", hostBits: .masked)
        hop = next
      } else {
        hop = address
      }
    } else {
      return false
    }
    guard let network else { return false }
    let shown = EdgeRoute(network: network, path: path(line, words))
    switch asked {
    case (let peer, .announced)?: announced[peer, default: []].append(shown)
    case (let peer, .received)?: received[peer, default: []].append(shown)
    case nil:
      // The next hop of a route over eBGP is the neighbour that it came from; the router's own have none.
      if let hop, hop != .v4(IPv4Address(bits: 0)) { received[hop, default: []].append(shown) }
    }
    return true
  }

  /// What stands below the header's `Path`, or the last numbers of the line.
  private func path(_ line: Substring, _ words: [Substring]) -> [UInt32] {
    guard let pathColumn, line.count > pathColumn else {
      return words.reversed().drop { ASNumber.value($0) == nil }.prefix {
        ASNumber.value($0) != nil && !$0.contains(".")
      }
      .reversed().compactMap { ASNumber.value($0) }
    }
    return ASNumber.path(line.dropFirst(pathColumn))
  }
}
