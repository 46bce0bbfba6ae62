public import IPAddressing

/// A BGP neighbour of a router: what is configured, and how the session stands.
public struct EdgePeer: Sendable, Hashable {
  public let address: IPAddress
  /// The AS number that the router says it has, on this session.
  public internal(set) var localASN: UInt32?
  /// The AS number that the router expects of the neighbour.
  public internal(set) var remoteASN: UInt32?
  /// nil where no configuration was read.
  public internal(set) var key: EdgeKey?
  /// Whether somebody shut the session down; nil where nothing says.
  public internal(set) var isShutDown: Bool?
  /// The session's state as the router names it: `Established`, `Active`, `Idle (Admin)`; nil where nothing says.
  public internal(set) var state: String?
  /// How many prefixes the router took from the neighbour, and how many it sent.
  public internal(set) var prefixesReceived: Int?
  public internal(set) var prefixesSent: Int?
  /// What is announced to the neighbour, and what came from it; nil where no table says.
  public internal(set) var announced: [EdgeRoute]?
  public internal(set) var received: [EdgeRoute]?
  /// The routing instance that the neighbour is in; nil for the main one.
  public internal(set) var vrf: String?

  init(_ address: IPAddress) { self.address = address }

  /// Whether the session is up; nil where nothing says.
  public var isEstablished: Bool? { state.map { $0.lowercased().hasPrefix("estab") } }

  mutating func join(_ other: EdgePeer) {
    localASN = localASN ?? other.localASN
    remoteASN = remoteASN ?? other.remoteASN
    key = key ?? other.key
    // A template may shut a session down of which the neighbour's own lines say nothing.
    isShutDown = other.isShutDown == true ? true : isShutDown ?? other.isShutDown
    state = state ?? other.state
    prefixesReceived = prefixesReceived ?? other.prefixesReceived
    prefixesSent = prefixesSent ?? other.prefixesSent
    announced = announced ?? other.announced
    received = received ?? other.received
    vrf = vrf ?? other.vrf
  }
}
