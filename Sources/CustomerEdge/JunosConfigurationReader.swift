internal import IPAddressing

/// Reads configurations of Junos, as `display set` prints them and with braces.
struct JunosConfigurationReader {
  /// The words before the open braces, a list for each.
  private var open: [[Substring]] = []
  private var interfaces: [String: EdgeInterface] = [:]
  private var interfaceOrder: [String] = []
  private var ownASN: [String: UInt32] = [:]
  private var groups: [String: PeerSettings] = [:]
  private var neighbours: [String: (address: IPAddress, settings: PeerSettings)] = [:]
  private var neighbourOrder: [String] = []
  private var router: String?
  /// All statements with the words above them, and those that are deactivated, which may be said after them.
  private var statements: [[Substring]] = []
  private var inactive: [[Substring]] = []
  private var isInComment = false
  private var knownLines = 0

  /// Whether a brace is open, so that the next line is still configuration.
  var isInside: Bool { !open.isEmpty }

  /// Whether a line opens one of the parts of a configuration in braces.
  static func begins(_ words: [Substring]) -> Bool {
    words.last == "{" && (parts.contains(words[0]) || words.count == 3 && words[0] == "group")
  }

  private static let parts: Set<Substring> = [
    "chassis", "class-of-service", "firewall", "forwarding-options", "groups", "interfaces", "policy-options",
    "protocols", "routing-instances", "routing-options", "security", "snmp", "system", "vlans",
  ]

  mutating func read(_ line: Substring) {
    var text = line
    if let mark = text.firstRange(of: "##") { text = text[..<mark.lowerBound] }
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return }
    if isInComment || first.hasPrefix("/*") {
      isInComment = !words.contains { $0.hasSuffix("*/") }
      return
    }
    switch first {
    case "set": statements.append(Array(words.dropFirst()))
    case "deactivate": inactive.append(Array(words.dropFirst()))
    default: readBraces(words)
    }
  }

  mutating func finish() -> CustomerEdge? {
    for words in statements { statement(words) }
    guard knownLines > 0 else { return nil }
    var edge = CustomerEdge()
    edge.routers = router.map { [$0] } ?? []
    edge.interfaces = interfaceOrder.compactMap { interfaces[$0] }
    edge.hasConfiguration = !neighbours.isEmpty || !ownASN.isEmpty
    edge.peers = neighbourOrder.compactMap { key in
      guard let (address, settings) = neighbours[key] else { return nil }
      var own = settings
      if let group = own.group.flatMap({ groups[$0] }) { own.inherit(group) }
      return own.peer(at: address, ownASN: ownASN[own.vrf ?? ""] ?? ownASN[""])
    }
    return edge
  }

  private mutating func readBraces(_ words: [Substring]) {
    // A text with more open braces than any configuration is none.
    guard open.count < 64 else { return }
    if words.last == "{" {
      open.append(Array(words.dropLast()))
    } else if words[0].first == "}" {
      if !open.isEmpty { open.removeLast() }
    } else if let last = words.last, last.hasSuffix(";") {
      let end = last.dropLast()
      statements.append(open.flatMap { $0 } + words.dropLast() + (end.isEmpty ? [] : [end]))
    }
  }

  /// One statement with all words above it.
  private mutating func statement(_ all: [Substring]) {
    // `inactive:` and `deactivate` leave a statement in the configuration without effect.
    guard !all.contains("inactive:"), !inactive.contains(where: { all.starts(with: $0) }) else { return }
    // `show configuration protocols bgp` leaves out what it was asked for.
    var words = all.first == "group" ? ["protocols", "bgp"] + all : all[...]
    var instance: String?
    if words.starts(with: ["routing-instances"]), words.count > 3 {
      instance = String(words[1])
      words = words.dropFirst(2)
    }
    switch words.first {
    case "system" where words.count == 3 && words.dropFirst().first == "host-name":
      router = words.last.map(String.init)
    case "interfaces" where words.count > 2: readInterface(Array(words.dropFirst()))
    case "routing-options":
      guard let place = words.firstIndex(of: "autonomous-system"), place + 1 < words.endIndex else { return }
      ownASN[instance ?? ""] = ASNumber.value(words[place + 1])
    case "protocols" where words.dropFirst().first == "bgp": readBGP(Array(words.dropFirst(2)), instance)
    default: return
    }
    knownLines += 1
  }

  private mutating func readInterface(_ words: [Substring]) {
    var name = String(words[0])
    var rest = words.dropFirst()
    if rest.first == "unit", let unit = rest.dropFirst().first {
      name += ".\(unit)"
      rest = rest.dropFirst(2)
    }
    if interfaces[name] == nil {
      interfaces[name] = EdgeInterface(name)
      interfaceOrder.append(name)
    }
    switch rest.first {
    case "vlan-id": interfaces[name]?.vlan = rest.dropFirst().first.flatMap { Int($0) }
    case "vlan-tags":
      for (key, value) in zip(rest, rest.dropFirst()) {
        // `0x8100.200`: the tag's type before its number.
        let number = value.split(separator: ".").last.flatMap { Int($0) }
        if key == "outer" { interfaces[name]?.outerVLAN = number }
        if key == "inner" { interfaces[name]?.vlan = number }
      }
    case "disable": interfaces[name]?.isShutDown = true
    case "family" where rest.count >= 4:
      let words = Array(rest)
      if words[2] == "address", let address = EdgeAddress(words[3]),
        interfaces[name]?.addresses.contains(address) == false
      {
        interfaces[name]?.addresses.append(address)
      }
    default: break
    }
  }

  private mutating func readBGP(_ words: [Substring], _ instance: String?) {
    guard words.count >= 3, words[0] == "group" else { return }
    let group = "\(instance ?? "")/\(words[1])"
    guard words[2] == "neighbor", words.count >= 4 else {
      apply(Array(words.dropFirst(2)), to: &groups[group, default: PeerSettings()])
      return
    }
    guard let address = try? IPAddress(words[3]) else { return }
    let key = "\(group)/\(address)"
    if neighbours[key] == nil {
      var settings = PeerSettings()
      settings.group = group
      settings.vrf = instance
      neighbours[key] = (address, settings)
      neighbourOrder.append(key)
    }
    if var found = neighbours[key] {
      apply(Array(words.dropFirst(4)), to: &found.settings)
      neighbours[key] = found
    }
  }

  private func apply(_ words: [Substring], to settings: inout PeerSettings) {
    guard let first = words.first else { return }
    let value = words.dropFirst().first
    switch first {
    case "peer-as": settings.remoteASN = value.flatMap { ASNumber.value($0) }
    case "local-as": settings.localASN = value.flatMap { ASNumber.value($0) }
    case "authentication-key":
      // Junos scrambles keys, with a mark before them; with `display` of an unsaved change they are in the clear.
      let text = value.map { $0.filter { $0 != "\"" } } ?? ""
      settings.key = text.hasPrefix("$") ? .scrambled : EdgeKey(clear: text)
    case "shutdown", "disable": settings.isShutDown = true
    default: break
    }
  }
}
