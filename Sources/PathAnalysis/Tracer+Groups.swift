public import AzureResources
internal import Filtering

/// What the tracer has read of the filters on its paths.
extension Tracer {
  /// The groups whose rules stop a packet, from the tracer's own store.
  public mutating func denyingGroups(_ trace: Trace) -> [ResourceID: NetworkSecurityGroup] {
    guard case .dropped(.filtered(let passage)) = trace.outcome, case .judged(let verdict) = passage.outcome else {
      return [:]
    }
    var found: [ResourceID: NetworkSecurityGroup] = [:]
    for stage in verdict.stages {
      if case .denied = stage.outcome { found[stage.group] = filters.group(stage.group) }
    }
    return found
  }
}
