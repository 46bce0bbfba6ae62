public import AzureResources

/// What the filters at a NIC do with a flow.
public struct FilterVerdict: Sendable, Hashable {
  /// The groups in the order in which Azure asks them, up to the first that denies.
  public let stages: [FilterStage]
  /// Groups that are attached, and subnets that may have one, that the snapshot lacks.
  public let missing: [ResourceID]

  public enum Access: Sendable, Hashable {
    case allow
    case deny
    /// No group is attached, so nothing filters (D-012).
    case noFilters
    case unknown(String)
  }

  public var access: Access {
    var open: String?
    for stage in stages {
      switch stage.outcome {
      case .denied: return open.map { .unknown($0) } ?? .deny
      case .unknown(let what): open = open ?? what
      case .allowed: break
      }
    }
    if let open { return .unknown(open) }
    if let missing = missing.first { return .unknown("\(missing.shortName) is not in the snapshot") }
    return stages.isEmpty ? .noFilters : .allow
  }
}
