internal import AzureResources
internal import IPAddressing
internal import PathAnalysis
internal import Routing
internal import TerminalText

/// What pictures say of one station of a path.
struct Station {
  private let hop: Hop

  init(_ hop: Hop) { self.hop = hop }

  var noun: String {
    switch hop.kind {
    case .source: "from"
    case .destination: "to"
    case .connectedGroup: "connected group"
    case .loadBalancer: "load balancer"
    case .virtualHub: "virtual hub"
    case .onPremises: "on-premises"
    case .internet: "the internet"
    case .serviceEndpoint: "service endpoint"
    case .privateEndpoint: "private endpoint"
    case .platform: "the machine's host"
    case .peering, .appliance, .firewall, .gateway: hop.kind.rawValue
    }
  }

  var name: String? { hop.resource.map { String($0.name) } }
  var address: String? { hop.address?.description }
  /// `network/subnet`.
  var place: String? { hop.subnet.map { "\($0.parent?.name ?? "")/\($0.name)" } }

  /// What decides there: the filters on the way in and out, then the route that leads on.
  ///
  /// - Parameter terminal: How many of the route's prefixes there is room for.
  func notes(for terminal: Terminal) -> [StyledText] {
    hop.filters.compactMap(\.words).map { StyledText($0) } + [route(for: terminal)].compactMap { $0 }
  }

  private func route(for terminal: Terminal) -> StyledText? {
    guard let route = hop.route else { return nil }
    let prefixes = PrefixList.text(route, for: terminal)
    let next = ([route.nextHopType.rawValue] + route.nextHopAddresses.map(\.description)).joined(separator: " ")
    return StyledText("\(prefixes) → \(next)") + StyledText("  \(route.origin.text)", .dim)
  }
}
