public import AzureResources
internal import JSONDocument

/// What was observed of one gateway's BGP, over time.
public struct GatewayObservations: Sendable {
  public let gateway: ResourceID
  public private(set) var learnedRoutes = ObservationSeries<LearnedRouteTable>()
  /// By the peer that the call named; the empty text where it named none.
  public private(set) var advertisedRoutes: [String: ObservationSeries<AdvertisedRouteTable>] = [:]
  public private(set) var bgpPeerStatus = ObservationSeries<BGPPeerStatus>()
  /// Calls whose answer is no such table.
  public private(set) var unplaced: [ObservationStamp] = []

  init(gateway: ResourceID) { self.gateway = gateway }

  /// What was known at a moment.
  public func asOf(_ moment: Timestamp) -> GatewayObservations {
    var earlier = self
    earlier.learnedRoutes = learnedRoutes.asOf(moment)
    earlier.advertisedRoutes = advertisedRoutes.mapValues { $0.asOf(moment) }
    earlier.bgpPeerStatus = bgpPeerStatus.asOf(moment)
    return earlier
  }

  /// Takes in an answer to one of the three calls, `action` in lower case; other actions are none of its business.
  mutating func add(_ action: String, peer: String?, _ stamp: ObservationStamp, _ answer: ObservedAnswer) {
    switch action {
    case "getlearnedroutes": answer.add(to: &learnedRoutes, stamp, &unplaced)
    case "getadvertisedroutes":
      answer.add(to: &advertisedRoutes[peer ?? "", default: ObservationSeries()], stamp, &unplaced)
    case "getbgppeerstatus": answer.add(to: &bgpPeerStatus, stamp, &unplaced)
    default: break
    }
  }
}
