public import IPAddressing
internal import JSONDocument

/// A row of a gateway's BGP peer status.
public struct BGPPeer: Sendable, Hashable {
  public let neighborText: String
  public let neighbor: IPAddress?
  /// The gateway instance that reports.
  public let localAddress: IPAddress?
  public let asn: UInt32?
  /// `Unknown`, `Stopped`, `Idle`, `Connecting`, `Connected`.
  public let state: String?
  /// As it was written; absent where the session is down.
  public let connectedDuration: String?
  public let connectedSeconds: Int64?
  public let routesReceived: Int64?
  public let messagesSent: Int64?
  public let messagesReceived: Int64?

  init?(_ json: JSONValue) {
    guard json.members != nil, let written = json.text("neighbor") else { return nil }
    neighborText = written
    neighbor = try? IPAddress(written)
    localAddress = json.address("localAddress")
    asn = json.integer("asn").flatMap { UInt32(exactly: $0) }
    state = json.text("state")
    connectedDuration = json.text("connectedDuration")
    connectedSeconds = connectedDuration.flatMap { RouterDuration.seconds($0) }
    routesReceived = json.integer("routesReceived")
    messagesSent = json.integer("messagesSent")
    messagesReceived = json.integer("messagesReceived")
  }

  public var isConnected: Bool { state?.lowercased() == "connected" }

  /// Whether the row is an instance's about itself, which is always `Unknown` and means nothing.
  public var isOwn: Bool { neighbor != nil && neighbor == localAddress }
}
