internal import AzureResources
internal import HybridConnectivity

/// A peering with what was observed of both its paths.
struct PeeringSubject {
  let peering: CircuitPeering
  let type: PeeringType
  /// Primary, then secondary.
  let paths: [PathSubject]
  let statistics: ObservationSeries<PeeringStatistics>
  /// An error that says that the peering doesn't exist.
  let absence: FailedObservation?

  /// nil for a peering of an unknown type.
  init?(_ peering: CircuitPeering, _ observations: CircuitObservations, newest: Timestamp?) {
    guard let type = peering.type else { return nil }
    self.peering = peering
    self.type = type
    paths = DevicePath.allCases.map { PathSubject($0, peering, type, observations, newest: newest) }
    statistics = observations.statistics(type)
    let failures = DevicePath.allCases.flatMap { path in
      [
        observations.arpTable(type, path).failure, observations.routeTable(type, path).failure,
        observations.routeSummary(type, path).failure,
      ]
    }
    absence = failures.lazy.compactMap { $0 }.first { $0.saysPeeringIsMissing }
  }

  /// Whether somebody filled in what BGP needs.
  var isConfigured: Bool {
    paths.contains { $0.prefix != nil } || peering.peerASN != nil || peering.peerASNText != nil
  }

  func path(_ path: DevicePath) -> PathSubject { path == .primary ? paths[0] : paths[1] }
}
