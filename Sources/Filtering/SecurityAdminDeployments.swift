internal import AzureResources
internal import Estate
internal import JSONDocument

/// Which security admin configurations are deployed where. A configuration does nothing until somebody deploys it, and
/// a manager has one at most in a region (routing semantics D-103).
struct SecurityAdminDeployments {
  /// What is known of one configuration in one region.
  enum State: Equatable {
    case deployed
    case absent
    /// The manager has several, and nothing tells which one is deployed.
    case unknown(String)

    var match: Match {
      switch self {
      case .deployed: .yes
      case .absent: .no
      case .unknown(let what): .unknown(what)
      }
    }
  }

  /// What is deployed, by manager and region in lower case, where `listDeploymentStatus` was observed.
  private var observed: [ResourceID: [String: Set<ResourceID>]] = [:]
  private var countByManager: [ResourceID: Int] = [:]

  init(_ estate: Estate) {
    for configuration in estate.securityAdminConfigurations {
      if let manager = configuration.manager { countByManager[manager, default: 0] += 1 }
    }
    for observation in estate.observations where observation.action == "listdeploymentstatus" {
      guard let manager = observation.resource, (200..<300).contains(observation.status),
        let rows = estate.text.value(at: observation.source)?["response"]?["value"]?.elements
      else { continue }
      var regions = observed[manager] ?? [:]
      for row in rows where row["deploymentType"]?.text?.lowercased() == "securityadmin" {
        guard row["deploymentStatus"]?.text?.lowercased() == "deployed", let region = row["region"]?.text else {
          continue
        }
        let ids = row["configurationIds"]?.elements?.compactMap { $0.text.flatMap { ResourceID($0) } } ?? []
        regions[Self.folded(region), default: []].formUnion(ids)
      }
      observed[manager] = regions
    }
  }

  /// - Parameter region: The network's; nil where the snapshot doesn't hold it.
  func state(of configuration: SecurityAdminConfiguration, inRegion region: String?) -> State {
    guard let manager = configuration.manager else { return .deployed }
    if let regions = observed[manager] {
      guard let region else { return .unknown("the region of the virtual network") }
      return regions[Self.folded(region)]?.contains(configuration.id) == true ? .deployed : .absent
    }
    guard countByManager[manager, default: 0] > 1 else { return .deployed }
    return .unknown("which security admin configuration of network manager \(manager.name) is deployed")
  }

  /// `West Europe` and `westeurope` are one region.
  private static func folded(_ region: String) -> String { region.lowercased().filter { $0 != " " } }
}
