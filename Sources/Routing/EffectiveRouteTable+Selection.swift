public import IPAddressing

/// Which route takes an address's traffic.
extension EffectiveRouteTable {
  /// The route that Azure selects for an address; nil where no route is left, which drops the packet (B-087).
  ///
  /// - Complexity: O(log routes).
  public func route(to address: IPAddress) -> EffectiveRoute? { selection(for: address).map { self[$0] } }

  /// The place of the route that Azure selects for an address; nil where no route is left.
  ///
  /// - Complexity: O(log routes), without allocation.
  public func selection(for address: IPAddress) -> RouteSelection? {
    switch address {
    case .v4(let address): selection(for: address, \.v4)
    case .v6(let address): hasIPv6 ? selection(for: address, \.v6) : nil
    }
  }

  /// The route at a place that `selection(for:)` gave.
  public subscript(selection: RouteSelection) -> EffectiveRoute {
    self[selection.key.layer].rows[selection.key.row]
  }

  /// Of equally good routes the one in the first layer counts.
  @inline(__always)
  private func selection<Address>(
    for address: Address, _ prefixes: (RouteLayer) -> PrefixTable<Address>
  ) -> RouteSelection? {
    var (best, learned): (Ranked?, Ranked?) = (nil, nil)
    var systemHolds = false
    for number in 0..<layers.count {
      guard let kind = LayerKind(rawValue: number) else { continue }
      let layer = layers[number]
      prefixes(layer).forEachMatch(address) { length, value in
        let row = Int(value)
        let key = RowKey(layer: kind, row: row)
        guard displaced.isEmpty || displaced[key] == nil else { return }
        if layer.preferred[row] { systemHolds = true }
        let found = Ranked(key: key, rank: length << 8 | Int(layer.ranks[row]))
        if kind == .gateway {
          if learned.map({ $0.rank < found.rank }) ?? true { learned = found }
        } else if best.map({ $0.rank < found.rank }) ?? true {
          best = found
        }
      }
    }
    guard let learned, !systemHolds else { return best.map { RouteSelection(key: $0.key) } }
    guard let best else { return RouteSelection(key: learned.key) }
    let isAhead = (best.rank, LayerKind.gateway.rawValue) >= (learned.rank, best.key.layer.rawValue)
    return RouteSelection(key: isAhead ? best.key : learned.key)
  }

  private struct Ranked {
    let key: RowKey
    /// The prefix's length, and then the precedence at equal length.
    let rank: Int
  }

  /// User routes whose service tag's content is unknown, so that they may or may not take an address's traffic.
  /// Only an address beyond every private range can be in a tag.
  public func undecidedRoutes(to address: IPAddress) -> [EffectiveRoute] {
    guard !address.isPrivate else { return [] }
    return self[.user].rows.filter { $0.addressPrefixes.isEmpty && $0.serviceTag != nil }
  }

  /// Every route that contains the address, the winner first, then by prefix length; and for each loser the reason.
  ///
  /// - Complexity: O(log routes + candidates).
  public func candidates(for address: IPAddress) -> [RouteCandidate] {
    let active = active(address)
    let winner = winner(among: active)
    let systemHolds = active.contains { isPreferred($0) }
    var found: [(rank: (Int, Int, Int), candidate: RouteCandidate)] = []
    for kind in LayerKind.allCases {
      for number in rows(of: kind, containing: address) {
        let key = RowKey(layer: kind, row: number)
        let row = self[kind].rows[number]
        guard let prefix = row.longestPrefix(containing: address) else { continue }
        let outcome = outcome(key, prefix.length, winner, systemHolds)
        let rank = (outcome == .wins ? 1 : 0, prefix.length, row.source.rank)
        found.append((rank, RouteCandidate(route: row, prefix: prefix, outcome: outcome)))
      }
    }
    for withheld in withheld {
      for match in withheld.layer.matches(address) {
        let row = withheld.layer.rows[match.row]
        guard let prefix = row.longestPrefix(containing: address) else { continue }
        let candidate = RouteCandidate(route: row, prefix: prefix, outcome: .withheld(withheld.reason))
        found.append(((0, match.length, row.source.rank), candidate))
      }
    }
    return found.sorted { $0.rank > $1.rank }.map(\.candidate)
  }

  /// The rows that contain the address, each once, those behind another row of the same prefix too.
  private func rows(of kind: LayerKind, containing address: IPAddress) -> [Int] {
    guard takes(address) else { return [] }
    let layer = self[kind]
    let behind = layer.sharing.filter { layer.rows[$0].longestPrefix(containing: address) != nil }
    return (layer.matches(address).map(\.row) + behind).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A NIC in a subnet without IPv6 sends no IPv6 packets, and has no such rows.
  private func takes(_ address: IPAddress) -> Bool { hasIPv6 || address.family == .ipv4 }

  private struct Active {
    let key: RowKey
    let length: Int
  }

  private func active(_ address: IPAddress) -> [Active] {
    guard takes(address) else { return [] }
    return LayerKind.allCases.flatMap { kind in
      self[kind].matches(address).lazy.map { Active(key: RowKey(layer: kind, row: $0.row), length: $0.length) }
        .filter { displaced[$0.key] == nil }
    }
  }

  private func isPreferred(_ candidate: Active) -> Bool {
    self[candidate.key.layer].rows[candidate.key.row].isPreferredOverLearned
  }

  private func winner(among active: [Active]) -> Active? {
    let systemHolds = active.contains { isPreferred($0) }
    return active.lazy.filter { !systemHolds || $0.key.layer != .gateway }.max {
      ($0.length, rank($0)) < ($1.length, rank($1))
    }
  }

  private func rank(_ candidate: Active) -> Int { self[candidate.key.layer].rows[candidate.key.row].rankAtEqualLength }

  private func outcome(
    _ key: RowKey, _ length: Int, _ winner: Active?, _ systemHolds: Bool
  ) -> RouteCandidate.Outcome {
    if let displacement = displaced[key] { return .displaced(displacement) }
    guard let winner, winner.key != key else { return .wins }
    if key.layer == .gateway, systemHolds { return .learnedBehindSystemRoute }
    return length < winner.length ? .shorterPrefix : .lowerPriority
  }
}
