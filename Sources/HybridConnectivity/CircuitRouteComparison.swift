internal import IPAddressing

/// Two route tables side by side: of the two paths at one time, or of one path at two times.
public struct CircuitRouteComparison: Sendable {
  /// A route of either table, with what stands for it in the other.
  public struct Row: Sendable, Hashable {
    public let network: String
    public let left: CircuitRoute?
    public let right: CircuitRoute?
    public let differences: [Difference]

    public init(network: String, left: CircuitRoute?, right: CircuitRoute?, differences: [Difference]) {
      self.network = network
      self.left = left
      self.right = right
      self.differences = differences
    }
  }

  /// What two routes for one network differ in.
  public enum Difference: String, Sendable, Hashable, CaseIterable {
    case onlyLeft
    case onlyRight
    /// The lengths of the AS paths: one of them was made longer, or came another way.
    case pathLength
    /// The AS paths, of equal length.
    case path
    case locPrf
    case weight
    /// The next hop; only between two times.
    case nextHop
    /// Which of several routes the router selected; only between two times: the two routers of a pair choose for
    /// themselves between a gateway's instances.
    case selection
  }

  /// Networks in the order of their first route in either table.
  public let rows: [Row]

  /// Rows that differ.
  public var differing: [Row] { rows.filter { !$0.differences.isEmpty } }

  /// The tables of the two paths. The next hops of the customer's routes differ by design: routes are paired by next
  /// hop where they can be, and then in their order. A link's own network, where the edge announces it, is on one path
  /// by design too.
  ///
  /// - Parameter peering: The peering, whose links are known by it.
  public init(primary: CircuitRouteTable, secondary: CircuitRouteTable, of peering: CircuitPeering? = nil) {
    let links = DevicePath.allCases.flatMap { path in
      [AddressFamily.ipv4, .ipv6].compactMap { peering?.prefix(path, $0)?.prefix }
    }
    self.init(primary.routes, secondary.routes, isOneRouter: false, links: Set(links))
  }

  /// The tables of one path at two times.
  public init(earlier: CircuitRouteTable, later: CircuitRouteTable) {
    self.init(earlier.routes, later.routes, isOneRouter: true, links: [])
  }

  private init(_ left: [CircuitRoute], _ right: [CircuitRoute], isOneRouter: Bool, links: Set<IPPrefix>) {
    let rightByNetwork = Dictionary(grouping: right, by: Self.key)
    let leftByNetwork = Dictionary(grouping: left, by: Self.key)
    var seen: Set<String> = []
    let networks = (left + right).map { (Self.key($0), $0) }.filter { seen.insert($0.0).inserted }
      .sorted { Self.precedes($0.1, $1.1) }
    rows = networks.flatMap { key, route in
      Self.pairs(leftByNetwork[key] ?? [], rightByNetwork[key] ?? []).map { left, right in
        let isLink = route.network.map { links.contains($0) } ?? false
        return Row(
          network: route.networkText, left: left, right: right,
          differences: isLink && (left == nil || right == nil)
            ? [] : Self.differences(left, right, isOneRouter: isOneRouter))
      }
    }
  }

  private static func key(_ route: CircuitRoute) -> String { route.network.map { "\($0)" } ?? route.networkText }

  private static func precedes(_ left: CircuitRoute, _ right: CircuitRoute) -> Bool {
    switch (left.network, right.network) {
    case (let left?, let right?): left < right
    case (.some, nil): true
    case (nil, .some): false
    case (nil, nil): left.networkText < right.networkText
    }
  }

  private static func pairs(
    _ left: [CircuitRoute], _ right: [CircuitRoute]
  ) -> [(CircuitRoute?, CircuitRoute?)] {
    var rest = right
    var partners: [CircuitRoute?] = left.map { route in
      guard let place = rest.firstIndex(where: { $0.nextHopText == route.nextHopText }) else { return nil }
      return rest.remove(at: place)
    }
    for place in left.indices where partners[place] == nil {
      // What came from the customer stands beside what came from the customer, and the same for gateways.
      let same = rest.firstIndex {
        $0.path.first == left[place].path.first && $0.isReflected == left[place].isReflected
      }
      guard let found = same ?? rest.firstIndex(where: { $0.isReflected == left[place].isReflected }) else { continue }
      partners[place] = rest.remove(at: found)
    }
    return zip(left, partners).map { ($0, $1) } + rest.map { (nil, $0) }
  }

  private static func differences(
    _ left: CircuitRoute?, _ right: CircuitRoute?, isOneRouter: Bool
  ) -> [Difference] {
    guard let left else { return [.onlyRight] }
    guard let right else { return [.onlyLeft] }
    var found: [Difference] = []
    if left.path.length != right.path.length {
      found.append(.pathLength)
    } else if left.path.numbers != right.path.numbers || left.path.unreadable != right.path.unreadable {
      found.append(.path)
    }
    if left.locPrf != right.locPrf { found.append(.locPrf) }
    if left.weight != right.weight { found.append(.weight) }
    if isOneRouter {
      if left.nextHopText != right.nextHopText { found.append(.nextHop) }
      if left.isMarkedBest != right.isMarkedBest { found.append(.selection) }
    }
    return found
  }
}
