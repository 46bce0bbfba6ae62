public import HybridConnectivity

/// How a circuit reaches Microsoft's edge, which decides who speaks BGP and what is at network points 3 and 4.
public enum ConnectivityModel: String, Sendable, Hashable, CaseIterable {
  /// ExpressRoute Direct: the customer's routers are cabled to Microsoft's; points 3 and 4 don't exist.
  case direct
  /// Cloud exchange or point-to-point Ethernet: points 3 and 4 are switches, the customer's edge speaks BGP.
  case layer2
  /// Any-to-any (IPVPN): points 3 and 4 are routers, and the provider's speaks BGP.
  case ipvpn

  /// What a circuit looks like. No property names the model: a port means Direct, a private peering that the provider
  /// wrote last means that the provider routes.
  ///
  /// - Source: ExpressRoute semantics A.1 (inference).
  public init(inferredFrom circuit: Circuit) {
    if circuit.isDirect {
      self = .direct
    } else {
      let isProviders = circuit.peerings.contains { $0.lastModifiedBy?.lowercased() == "provider" }
      self = isProviders ? .ipvpn : .layer2
    }
  }

  /// Who is at the other end of the BGP sessions.
  var speaker: String { self == .ipvpn ? "the provider's router" : "the customer's edge" }
}
