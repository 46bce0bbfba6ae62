public import AzureResources
public import Estate
internal import JSONDocument

/// An Azure Migrate project with its private endpoints, as a snapshot holds them.
public struct MigrateProject: Sendable {
  /// A private endpoint of the project.
  public struct Endpoint: Sendable, Hashable {
    public let kind: MigrateEndpointKind
    /// Its index in `Estate.privateEndpoints`.
    public let index: Int
    /// What it stands for.
    public let target: ResourceID?
    /// `Approved`, `Pending`, `Rejected` or `Disconnected`; nil where the snapshot doesn't say.
    public let status: String?
  }

  /// The `migrateProjects` resource; nil where the snapshot holds none and the endpoints alone tell of it.
  public let id: ResourceID?
  /// The subnet that was chosen for private endpoints when the project was made; nil where the snapshot doesn't say.
  public let subnet: ResourceID?
  /// In the order of the guide's kinds, and of the snapshot.
  public let endpoints: [Endpoint]

  /// Finds a project.
  ///
  /// The project's endpoints are those of its kinds whose target, or which themselves, are in the project's group, or
  /// that are in the project's own subnet.
  ///
  /// - Parameter id: The project, where it was named.
  /// - Throws: `MigrateProjectError` where several projects could be meant.
  /// - Complexity: O(resources).
  public init(_ id: ResourceID?, in cloud: MigrateCloud, _ estate: Estate) throws(MigrateProjectError) {
    let projects = Self.ids(estate)
    let project: ResourceID?
    if let id {
      project = id
    } else if projects.count > 1 {
      throw MigrateProjectError(candidates: projects)
    } else {
      project = projects.first
    }
    self.id = project
    let candidates = MigrateEndpointKind.all(in: cloud).flatMap { Self.endpoints($0, estate) }
    let chosen = Self.chosenSubnet(project, estate)
    let own = candidates.first { $0.target == project }.flatMap { estate.privateEndpoints[$0.index].subnet }
    subnet = chosen ?? own
    let group = project?.resourceGroup?.lowercased()
    let place = subnet
    endpoints = candidates.filter { endpoint in
      let resource = estate.privateEndpoints[endpoint.index]
      guard let group else { return true }
      return resource.id.resourceGroup?.lowercased() == group || endpoint.target?.resourceGroup?.lowercased() == group
        || (place != nil && resource.subnet == place)
    }
  }

  /// The projects of an estate.
  public static func ids(_ estate: Estate) -> [ResourceID] {
    estate.records.map(\.id).filter { $0.type.lowercased() == "microsoft.migrate/migrateprojects" }
  }

  private static func endpoints(_ kind: MigrateEndpointKind, _ estate: Estate) -> [Endpoint] {
    estate.privateEndpoints.indices.flatMap { index in
      estate.privateEndpoints[index].connections.compactMap { connection -> Endpoint? in
        guard let target = connection.target, target.type.lowercased() == kind.resourceType.lowercased(),
          kind.purpose != .storage || connection.groupIDs.contains(where: { $0.lowercased() == "blob" })
        else { return nil }
        return Endpoint(kind: kind, index: index, target: target, status: connection.status)
      }
    }
  }

  /// `solutions/{name}` keeps what was chosen as JSON in a text.
  private static func chosenSubnet(_ project: ResourceID?, _ estate: Estate) -> ResourceID? {
    guard let project else { return nil }
    for record in estate.records where record.id.type.lowercased() == "microsoft.migrate/migrateprojects/solutions" {
      guard record.id.parent == project, let json = estate.json(record.id) else { continue }
      let details = (json["properties"] ?? json)["details"]?["extendedDetails"]?["privateEndpointDetails"]
      let value = details?.text.flatMap { EmbeddedJSON.value($0) } ?? details
      if let subnet = value?["subnetId"]?.text.flatMap({ ResourceID($0) }) { return subnet }
    }
    return nil
  }
}
