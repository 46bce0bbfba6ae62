public import IPAddressing
internal import JSONReading

/// A route that a gateway or Route Server learned over BGP, as `getLearnedRoutes` prints it.
public struct LearnedRoute: Sendable, Hashable {
  public let network: IPPrefix
  /// nil for the gateway's own networks.
  public let nextHop: IPAddress?
  public let sourcePeer: IPAddress?
  /// The instance that learned it.
  public let localAddress: IPAddress?
  /// `Network` for own networks, `EBgp`, `IBgp` or `Igp`.
  public let origin: String
  /// The AS numbers, nearest first.
  public let asPath: [UInt32]
  public let weight: Int

  init?(_ json: JSONCursor) {
    guard let text = json["network"]?.string, let network = try? IPPrefix(text, hostBits: .masked) else { return nil }
    self.network = network
    nextHop = Self.address(json["nextHop"])
    sourcePeer = Self.address(json["sourcePeer"])
    localAddress = Self.address(json["localAddress"])
    origin = json["origin"]?.string ?? ""
    weight = Int(json["weight"]?.integer ?? 0)
    let path = json["asPath"]?.string ?? json["path"]?.string ?? ""
    asPath = path.utf8.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }.compactMap { UInt32(Substring($0)) }
  }

  /// Whether the route came from a BGP peer, not from the gateway's own networks.
  public var isLearned: Bool { origin.lowercased() != "network" && nextHop != nil }

  private static func address(_ json: JSONCursor?) -> IPAddress? {
    // A circuit's route table marks the best path with an asterisk behind the next hop.
    json?.string.flatMap { text in try? IPAddress(text.last == "*" ? text.dropLast() : text[...]) }
  }
}
