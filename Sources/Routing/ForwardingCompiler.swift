internal import IPAddressing

/// Turns route tables into step functions, and numbers the next hops.
///
/// A table's learned routes are by far the most, and many tables have them in common: they get a function of their
/// own, one for all that share the layer, and the other layers of each table another one.
struct ForwardingCompiler {
  private(set) var nextHops: [ForwardingNextHop] = []
  private(set) var profiles: [ForwardingProfile] = []
  private var numbers: [ForwardingNextHop: UInt16] = [:]
  private var entries: [ObjectIdentifier: [ForwardingEntry]] = [:]
  private var learnedProfiles: [LearnedKey: Int] = [:]

  /// The most next hops that can be numbered; 0 is no next hop.
  static let limit = Int(UInt16.max)

  private struct LearnedKey: Hashable {
    let layer: ObjectIdentifier
    let leftOut: [Int]
  }

  /// The places in `profiles` of the two functions that make up a table's answers.
  struct Compiled {
    let own: Int
    let learned: Int
  }

  /// Compiles a table; nil where the next hops are more than can be numbered.
  mutating func compile(_ table: EffectiveRouteTable) -> Compiled? {
    let displaced = table.displaced.keys
    let learnedOut = displaced.lazy.filter { $0.layer == .gateway }.map(\.row)
    let marks = marks(table)
    let isHarmless = learnedOut.allSatisfy { Self.isHarmless($0, table, marks) }
    let leftOut = isHarmless ? [] : learnedOut.sorted()
    let kinds: [EffectiveRouteTable.LayerKind] = [.network, .platform, .user, .serviceEndpoint]
    var lists = kinds.map { entries(table[$0], $0) }
    let out = kinds.map { kind in Self.flags(displaced.lazy.filter { $0.layer == kind }.map(\.row), table[kind]) }
    if isHarmless { lists.append(marks) }
    profiles.append(
      ForwardingProfile(lists) { list, row in row >= 0 && !out[list].isEmpty && out[list][Int(row)] })
    let own = profiles.count - 1
    let learned = learnedProfile(table[.gateway], leftOut)
    return nextHops.count > Self.limit ? nil : Compiled(own: own, learned: learned)
  }

  /// Compiles a table without routes.
  mutating func compileNothing() -> Compiled {
    profiles.append(ForwardingProfile([]))
    return Compiled(own: profiles.count - 1, learned: profiles.count - 1)
  }

  private mutating func learnedProfile(_ layer: RouteLayer, _ leftOut: [Int]) -> Int {
    let key = LearnedKey(layer: ObjectIdentifier(layer), leftOut: leftOut)
    if let known = learnedProfiles[key] { return known }
    let flags = Self.flags(leftOut, layer)
    profiles.append(ForwardingProfile([entries(layer, .gateway)]) { _, row in !flags.isEmpty && flags[Int(row)] })
    learnedProfiles[key] = profiles.count - 1
    return profiles.count - 1
  }

  /// Which rows are in a list; empty for none.
  private static func flags(_ rows: some Collection<Int>, _ layer: RouteLayer) -> [Bool] {
    guard !rows.isEmpty else { return [] }
    var flags = [Bool](repeating: false, count: layer.rows.count)
    for row in rows { flags[row] = true }
    return flags
  }

  private mutating func entries(_ layer: RouteLayer, _ kind: EffectiveRouteTable.LayerKind) -> [ForwardingEntry] {
    if let known = entries[ObjectIdentifier(layer)] { return known }
    var numbers: [UInt16] = []
    numbers.reserveCapacity(layer.rows.count)
    var previous: ForwardingNextHop?
    for row in layer.rows {
      let hop = ForwardingNextHop(row)
      if hop == previous, let last = numbers.last { numbers.append(last) } else { numbers.append(number(hop)) }
      previous = hop
    }
    let made = layer.v4.entries.map { entry -> ForwardingEntry in
      let row = layer.rows[Int(entry.value)]
      let choice = ForwardingChoice(
        nextHop: numbers[Int(entry.value)], length: Int(entry.prefix.length), rank: row.rankAtEqualLength, layer: kind,
        excludesLearned: row.isPreferredOverLearned)
      return ForwardingEntry(entry.prefix, row: Int32(entry.value), choice)
    }
    entries[ObjectIdentifier(layer)] = made
    return made
  }

  private mutating func number(_ hop: ForwardingNextHop) -> UInt16 {
    if let known = numbers[hop] { return known }
    nextHops.append(hop)
    let number = UInt16(truncatingIfNeeded: nextHops.count)
    numbers[hop] = number
    return number
  }
}

/// Displaced learned routes, told by where they lie instead of one by one, so that tables can share the layer.
extension ForwardingCompiler {
  /// The prefixes of connected networks whose rows a user route of the same prefix displaced. A learned route in such a
  /// prefix isn't programmed, and one around it is shorter than the user route: none counts there.
  private func marks(_ table: EffectiveRouteTable) -> [ForwardingEntry] {
    let rows = table.displaced.keys.lazy.filter { $0.layer == .network }.map { table[.network].rows[$0.row] }
    let prefixes = rows.filter(\.isPreferredOverLearned).flatMap(\.addressPrefixes).compactMap {
      prefix -> IPv4Prefix? in
      guard case .v4(let four) = prefix, Self.hasUserRoute(four, table), Self.hasNoLearnedRoute(four, table) else {
        return nil
      }
      return four
    }
    return prefixes.map { ForwardingEntry($0, row: -1, ForwardingChoice.none.excludingLearned) }.sorted { $0 < $1 }
  }

  private static func hasNoLearnedRoute(_ prefix: IPv4Prefix, _ table: EffectiveRouteTable) -> Bool {
    table[.gateway].v4.covered(by: prefix).allSatisfy {
      table.displaced[.init(layer: .gateway, row: Int($0.value))] != nil
    }
  }

  private static func hasUserRoute(_ prefix: IPv4Prefix, _ table: EffectiveRouteTable) -> Bool {
    table[.user].v4[prefix].map { table.displaced[.init(layer: .user, row: Int($0))] == nil } ?? false
  }

  /// Whether a displaced learned route could not win anyway: a user route has its prefix, or learned routes don't count
  /// in all of it.
  private static func isHarmless(_ row: Int, _ table: EffectiveRouteTable, _ marks: [ForwardingEntry]) -> Bool {
    table[.gateway].rows[row].addressPrefixes.allSatisfy { prefix in
      guard case .v4(let four) = prefix, !hasUserRoute(four, table) else { return true }
      return table[.network].v4.covering(four).contains { match in
        let around = EffectiveRouteTable.RowKey(layer: .network, row: Int(match.value))
        guard table[.network].rows[around.row].isPreferredOverLearned else { return false }
        return table.displaced[around] == nil
          || marks.contains { $0.first == match.prefix.first.bits && $0.last == match.prefix.last.bits }
      }
    }
  }
}
