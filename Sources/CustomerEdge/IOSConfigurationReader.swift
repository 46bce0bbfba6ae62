internal import IPAddressing

/// Reads configurations of Cisco IOS and IOS-XE and of FRR, which follow one grammar here; of IOS-XR as far as it does.
struct IOSConfigurationReader {
  private enum Place {
    case outside
    case interface
    case bgp
  }

  private var place = Place.outside
  private var interface: EdgeInterface?
  private var interfaces: [EdgeInterface] = []
  private var ownASN: UInt32?
  private var vrf: String?
  /// IOS-XR's form: the neighbour or group that the following lines are of.
  private var current: String?
  private var settings: [String: PeerSettings] = [:]
  /// Neighbours and groups in their order.
  private var order: [String] = []
  private var originated: [IPPrefix] = []
  private var router: String?
  private var knownLines = 0

  mutating func leave() {
    closeInterface()
    place = .outside
    current = nil
  }

  mutating func read(_ line: Substring, _ words: [Substring]) {
    let isIndented = line.first?.isWhitespace == true
    switch words[0] {
    case "hostname" where words.count == 2 && !isIndented:
      router = router ?? String(words[1])
      knownLines += 1
    case "interface" where words.count >= 2 && !isIndented:
      leave()
      place = .interface
      interface = EdgeInterface(words[1...].prefix { !["point-to-point", "l2transport"].contains($0) }.joined())
      knownLines += 1
    case "router" where words.count >= 3 && words[1] == "bgp":
      leave()
      place = .bgp
      ownASN = ownASN ?? ASNumber.value(words[2])
      vrf = words.count >= 5 && words[3] == "vrf" ? String(words[4]) : nil
      knownLines += 1
    case "!", "exit", "end", "router", "route-map", "line":
      if !isIndented { leave() }
    default:
      switch place {
      case .interface: readInterface(words)
      case .bgp: readBGP(words)
      case .outside: break
      }
    }
  }

  mutating func finish() -> CustomerEdge? {
    leave()
    guard knownLines > 0 else { return nil }
    var edge = CustomerEdge()
    edge.routers = router.map { [$0] } ?? []
    edge.interfaces = interfaces
    edge.originated = originated
    edge.hasConfiguration = ownASN != nil
    edge.peers = order.compactMap { name in
      guard let address = try? IPAddress(name), var own = settings[name] else { return nil }
      if let group = own.group.flatMap({ settings[$0] }) { own.inherit(group) }
      return own.peer(at: address, ownASN: ownASN)
    }
    return edge
  }

  private mutating func closeInterface() {
    if let interface { interfaces.append(interface) }
    interface = nil
  }

  private mutating func readInterface(_ words: [Substring]) {
    switch words[0] {
    case "ip", "ipv4", "ipv6":
      guard words.count >= 3, words[1] == "address" else { return }
      let masked = words.count >= 4 ? EdgeAddress(words[2], mask: words[3]) : nil
      if let address = masked ?? EdgeAddress(words[2]) { interface?.addresses.append(address) }
    case "encapsulation":
      guard words.count >= 3, words[1].lowercased() == "dot1q", let outer = Int(words[2]) else { return }
      let second = words.firstIndex { $0.lowercased() == "second-dot1q" }
      if let second, second + 1 < words.count, let inner = Int(words[second + 1]) {
        interface?.vlan = inner
        interface?.outerVLAN = outer
      } else {
        interface?.vlan = outer
      }
    case "shutdown": interface?.isShutDown = true
    case "no" where words.count == 2 && words[1] == "shutdown": interface?.isShutDown = false
    default: return
    }
    knownLines += 1
  }

  private mutating func readBGP(_ words: [Substring]) {
    switch words[0] {
    case "address-family", "exit-address-family":
      let named = words.firstIndex(of: "vrf")
      vrf = named.flatMap { $0 + 1 < words.count ? String(words[$0 + 1]) : nil }
      // IOS-XR prints a family below its neighbour, and the neighbour's other lines around it.
      if words[0] == "exit-address-family" { current = nil }
    case "vrf" where words.count == 2: vrf = String(words[1])
    case "network": readNetwork(words)
    case "neighbor" where words.count == 2, "neighbor-group" where words.count == 2,
      "session-group" where words.count == 2:
      current = String(words[1])
      touch(String(words[1]))
    case "neighbor" where words.count >= 3: apply(words[2...], to: String(words[1]))
    case "remote-as", "password", "local-as", "shutdown", "use":
      if let current { apply(words[...], to: current) }
    default: return
    }
    knownLines += 1
  }

  private mutating func readNetwork(_ words: [Substring]) {
    guard words.count >= 2 else { return }
    let network: IPPrefix?
    if words.count >= 4, words[2] == "mask" {
      network = EdgeAddress(words[1], mask: words[3])?.network
    } else {
      network = try? IPPrefix(words[1].contains("/") ? words[1] : "\(words[1])/\(Self.classLength(words[1]))")
    }
    if let network { originated.append(network) }
  }

  /// The length that IOS means where it prints none: that of the address's class (RFC 791).
  static func classLength(_ address: some StringProtocol) -> Int {
    switch address.split(separator: ".").first.flatMap({ Int($0) }) ?? 0 {
    case 0: 0
    case ..<128: 8
    case ..<192: 16
    default: 24
    }
  }

  private mutating func touch(_ name: String) {
    guard settings[name] == nil else { return }
    settings[name] = PeerSettings()
    order.append(name)
  }

  /// One setting of a neighbour or group.
  private mutating func apply(_ words: ArraySlice<Substring>, to name: String) {
    touch(name)
    if let vrf { settings[name]?.vrf = vrf }
    let value = words.dropFirst().first
    switch words.first {
    case "remote-as":
      // FRR's `internal` is the router's own number; `external` is any other.
      settings[name]?.remoteASN = value == "internal" ? ownASN : value.flatMap { ASNumber.value($0) }
    case "local-as": settings[name]?.localASN = value.flatMap { ASNumber.value($0) }
    case "password": settings[name]?.key = Self.key(Array(words.dropFirst()))
    case "shutdown": settings[name]?.isShutDown = true
    case "peer-group", "inherit", "use":
      // `peer-group` alone declares a group; `inherit peer-session NAME`; IOS-XR's `use neighbor-group NAME`.
      if words.count > 1, let last = words.last { settings[name]?.group = String(last) }
    default: break
    }
  }

  /// `password KEY`, `password 7 SCRAMBLED`, `password encrypted SCRAMBLED`.
  private static func key(_ words: [Substring]) -> EdgeKey? {
    guard let first = words.first else { return nil }
    guard words.count > 1 else { return EdgeKey(clear: first) }
    return first == "0" || first == "clear" ? EdgeKey(clear: words[1]) : .scrambled
  }
}
