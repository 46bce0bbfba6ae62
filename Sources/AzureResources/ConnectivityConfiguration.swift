internal import JSONReading

/// A network manager's connectivity configuration: a mesh, or a hub with spokes.
public struct ConnectivityConfiguration: Sendable, Hashable {
  public let id: ResourceID
  /// `HubAndSpoke` or `Mesh`.
  public let connectivityTopology: String
  public let isGlobal: Bool
  public let hubs: [ResourceID]
  public let groups: [Group]

  /// How the configuration applies to one group.
  public struct Group: Sendable, Hashable {
    public let networkGroup: ResourceID
    /// Whether members reach each other directly.
    public let isDirectlyConnected: Bool
    public let isGlobal: Bool
  }

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let properties = json.properties
    connectivityTopology = properties["connectivityTopology"]?.string ?? "HubAndSpoke"
    isGlobal = properties["isGlobal"]?.bool ?? false
    hubs = properties["hubs"]?.elements.compactMap { $0.reference("resourceId") } ?? []
    groups =
      properties["appliesToGroups"]?.elements.compactMap { group in
        group.reference("networkGroupId").map {
          Group(
            networkGroup: $0, isDirectlyConnected: group["groupConnectivity"]?.matches("DirectlyConnected") ?? false,
            isGlobal: group["isGlobal"]?.bool ?? false)
        }
      } ?? []
  }

  /// Whether members of a mesh reach each other without peerings.
  public var isMesh: Bool { connectivityTopology.lowercased() == "mesh" }
}
