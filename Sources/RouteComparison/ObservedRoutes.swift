public import AzureResources
public import Estate
internal import JSONDocument

/// Azure's own answer to `effectiveRouteTable` for a NIC, as the snapshot holds it.
public struct ObservedRoutes: Sendable, Hashable {
  public let networkInterface: ResourceID
  /// When it was made, as recorded (UTC, ISO 8601); nil where the record doesn't say.
  public let observedAt: String?
  public let routes: [ObservedRoute]
}

extension ObservedRoutes {
  /// The newest answer for the NIC; nil where the snapshot holds none.
  ///
  /// - Complexity: O(observations).
  public init?(of networkInterface: ResourceID, in estate: Estate) {
    let answers = estate.observations.filter {
      $0.action == "effectiveroutetable" && $0.resource == networkInterface && (200..<300).contains($0.status)
    }
    guard let newest = answers.max(by: { ($0.observedAt ?? "") < ($1.observedAt ?? "") }),
      let answer = estate.text.value(at: newest.source)?[newest.responseKey],
      let rows = answer["value"]?.elements ?? answer.elements
    else { return nil }
    self.init(
      networkInterface: networkInterface, observedAt: newest.observedAt, routes: rows.map { ObservedRoute($0) })
  }
}
