internal import Routing

/// The rows of both sides that have found no counterpart yet.
struct Matching {
  private(set) var computed: [EffectiveRoute]
  private(set) var observed: [ObservedRoute]
  /// Whether the prefixes of service endpoints are unknown, so that they can't be compared.
  private let ignoresServicePrefixes: Bool

  init(_ computed: [EffectiveRoute], _ observed: [ObservedRoute]) {
    self.computed = computed
    self.observed = observed
    ignoresServicePrefixes = computed.contains { $0.nextHopType == .serviceEndpoint && $0.addressPrefixes.isEmpty }
  }

  /// What makes two rows equal.
  private struct Key: Hashable {
    let words: [String]
    let prefixes: [String]
    let hops: [String]
  }

  private func key(_ row: ObservedRoute) -> Key {
    let type = row.nextHopType.lowercased()
    let isService = type == EffectiveNextHopType.serviceEndpoint.rawValue.lowercased()
    return Key(
      words: [row.source.lowercased(), row.state.lowercased(), type],
      prefixes: isService && ignoresServicePrefixes ? [] : row.addressPrefixes.sorted(),
      hops: row.nextHopAddresses.sorted())
  }

  /// Takes equal rows from both sides and gives their number.
  mutating func removeEqualRows() -> Int {
    var counts: [Key: Int] = [:]
    for row in computed { counts[key(ObservedRoute(row)), default: 0] += 1 }
    var matched: [Key: Int] = [:]
    let left = observed.filter { row in
      let key = key(row)
      guard let count = counts[key], matched[key, default: 0] < count else { return true }
      matched[key, default: 0] += 1
      return false
    }
    let agreeing = observed.count - left.count
    observed = left
    computed = computed.filter { row in
      let key = key(ObservedRoute(row))
      guard let count = matched[key], count > 0 else { return true }
      matched[key] = count - 1
      return false
    }
    return agreeing
  }

  /// Takes rows that are the same route in two states: one name, or one source and the same prefixes.
  mutating func removePairs() -> [(observed: ObservedRoute, computed: EffectiveRoute)] {
    var pairs: [(observed: ObservedRoute, computed: EffectiveRoute)] = []
    var left: [ObservedRoute] = []
    for row in observed {
      guard let partner = computed.firstIndex(where: { Self.isSameRoute(row, ObservedRoute($0)) }) else {
        left.append(row)
        continue
      }
      pairs.append((row, computed.remove(at: partner)))
    }
    observed = left
    return pairs
  }

  private static func isSameRoute(_ left: ObservedRoute, _ right: ObservedRoute) -> Bool {
    guard left.source.lowercased() == right.source.lowercased() else { return false }
    if let name = left.name, let other = right.name { return name.lowercased() == other.lowercased() }
    return !left.addressPrefixes.isEmpty && left.addressPrefixes.sorted() == right.addressPrefixes.sorted()
  }
}
