public import IPAddressing
internal import JSONDocument

/// A row of what a gateway learned or announces.
public struct GatewayRoute: Sendable, Hashable {
  public let networkText: String
  public let network: IPPrefix?
  /// The instance that says so; nil for gateways without BGP.
  public let localAddress: IPAddress?
  public let nextHopText: String?
  /// nil for the gateway's own networks, and for `Virtual Network`.
  public let nextHop: IPAddress?
  public let sourcePeer: IPAddress?
  /// `Network`, `EBgp`, `IBgp`, `Igp`, `Incomplete`.
  public let origin: String?
  public let asPath: ASPath
  public let weight: Int64?

  init?(_ json: JSONValue) {
    guard json.members != nil, let written = json.text("network") else { return nil }
    networkText = written
    network = try? IPPrefix(written, hostBits: .masked)
    localAddress = json.address("localAddress")
    nextHopText = json.text("nextHop")
    nextHop = json.address("nextHop")
    sourcePeer = json.address("sourcePeer")
    origin = json.text("origin")
    asPath = ASPath(json.text("asPath") ?? "")
    weight = json.integer("weight")
  }
}
