public import IPAddressing
internal import JSONDocument

/// A row of a circuit's route table.
public struct CircuitRoute: Sendable, Hashable {
  public let networkText: String
  /// nil for a text that is no prefix.
  public let network: IPPrefix?
  /// The next hop as it was written, without the star.
  public let nextHopText: String
  public let nextHop: IPAddress?
  /// Whether the router selected this route among several: the star behind the next hop.
  public let isMarkedBest: Bool
  /// Empty and absent are nil.
  public let locPrf: String?
  public let weight: Int64?
  public let path: ASPath

  init?(_ json: JSONValue) {
    guard json.members != nil, let network = json.text("network") else { return nil }
    let hop = json.text("nextHop") ?? ""
    networkText = network
    self.network = try? IPPrefix(network, hostBits: .masked)
    isMarkedBest = hop.hasSuffix("*")
    nextHopText = isMarkedBest ? String(hop.dropLast()) : hop
    nextHop = try? IPAddress(nextHopText)
    locPrf = json.text("locPrf")
    weight = json.integer("weight")
    path = ASPath(json.text("path") ?? "")
  }

  /// Whether the customer's edge gave back what Microsoft had announced to it over the other link: AS 12076 is in the
  /// path. Such rows are no networks of the customer's.
  ///
  /// - Source: ExpressRoute semantics A.4.2.
  public var isReflected: Bool { path.contains(12076) }
}
