public import ARMAnswers
public import AzureResources
public import Routing

/// Where one NIC or subnet sends packets for an address.
public struct NextHopEntry: Sendable {
  /// The NIC or subnet whose routes decide.
  public let id: ResourceID
  public let hop: NextHop
  /// The routes that contain the address, for the reason.
  let candidates: [RouteCandidate]

  /// The answer for `id`; `candidates` are those of its table for the same address.
  public init(_ id: ResourceID, _ hop: NextHop, _ candidates: [RouteCandidate]) {
    self.id = id
    self.hop = hop
    self.candidates = candidates
  }
}
