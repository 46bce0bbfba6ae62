internal import AzureResources
public import Estate
public import IPAddressing

/// The ways on from gateways: which of its connections a gateway sends a packet by.
public struct GatewayWays: Sendable {
  private let estate: Estate
  /// What each gateway learned from others, as one set.
  private let learned: [IPAddressSet]
  /// What each gateway knows beyond default routes: what it learned, and what was configured for its sites.
  private let known: [IPAddressSet]

  /// A way on from a gateway: a connection, and the gateway at its other end where that is in Azure.
  public struct Way: Sendable {
    /// Indexes of `Estate.connections` and `Estate.virtualNetworkGateways`.
    public let connection: Int
    public let other: Int?
    public let isUp: Bool
  }

  /// - Complexity: O(learned routes).
  public init(_ estate: Estate) {
    self.estate = estate
    var (learned, known): ([IPAddressSet], [IPAddressSet]) = ([], [])
    for (index, gateway) in estate.virtualNetworkGateways.enumerated() {
      let prefixes = estate.learnedRoutes(of: gateway.id)?.routes.filter(\.isLearned).map(\.network) ?? []
      let sites = estate.connections(ofGateway: index).compactMap {
        estate.localNetworkGatewayIndex(estate.connections[$0].localNetworkGateway2)
      }
      let configured = sites.flatMap { estate.localNetworkGateways[$0].addressPrefixes }
      learned.append(IPAddressSet(prefixes: prefixes))
      known.append(IPAddressSet(prefixes: (prefixes + configured).lazy.filter { !$0.isDefault }))
    }
    (self.learned, self.known) = (learned, known)
  }

  /// Whether a gateway knows an address on-premises by more than a default route.
  ///
  /// - Parameter gateway: An index of `Estate.virtualNetworkGateways`.
  public func knows(_ address: IPAddress, gateway: Int) -> Bool { known[gateway].contains(address) }

  /// The way to an address: the first that is up, else the first; nil where no connection leads there.
  ///
  /// - Parameter gateway: An index of `Estate.virtualNetworkGateways`.
  /// - Complexity: O(connections · log learned routes).
  public func way(through gateway: Int, to destination: IPAddress) -> Way? {
    var first: Way?
    for position in estate.connections(ofGateway: gateway) {
      guard let way = way(through: gateway, by: position, to: destination) else { continue }
      if way.isUp { return way }
      first = first ?? way
    }
    return first
  }

  private func way(through index: Int, by position: Int, to destination: IPAddress) -> Way? {
    let connection = estate.connections[position]
    func isLearned() -> Bool { learned[index].contains(destination) }
    func way(_ other: Int?) -> Way { Way(connection: position, other: other, isUp: Self.isUp(connection)) }
    let ends = [connection.virtualNetworkGateway1, connection.virtualNetworkGateway2]
    if let other = ends.compactMap({ estate.virtualNetworkGatewayIndex($0) }).first(where: { $0 != index }) {
      let network = estate.virtualNetworkIndex(estate.virtualNetworkGateways[other].virtualNetwork)
      let reaches = network.map { estate.virtualNetworks[$0].addressPrefixes.contains { $0.contains(destination) } }
      return reaches == true || (connection.enableBgp && isLearned()) ? way(other) : nil
    }
    if let site = estate.localNetworkGatewayIndex(connection.localNetworkGateway2) {
      let prefixes = estate.localNetworkGateways[site].addressPrefixes
      let isDefaultSite =
        estate.virtualNetworkGateways[index].gatewayDefaultSite == estate.localNetworkGateways[site].id
      let reaches = isDefaultSite || prefixes.contains { $0.contains(destination) }
      return reaches || (connection.enableBgp && isLearned()) ? way(nil) : nil
    }
    return isLearned() ? way(nil) : nil
  }

  /// `Unknown`, which lists of connections print for all of them, says nothing.
  private static func isUp(_ connection: Connection) -> Bool {
    switch connection.connectionStatus?.lowercased() {
    case "notconnected", "connecting": false
    default: true
    }
  }
}
