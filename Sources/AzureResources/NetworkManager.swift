internal import JSONReading

/// A network manager: it configures the networks of whole subscriptions or management groups.
public struct NetworkManager: Sendable, Hashable {
  public let id: ResourceID
  /// The ids of the management groups in its scope.
  public let managementGroups: [String]
  public let subscriptions: [String]

  init?(_ json: JSONCursor, id: ResourceID, reader: inout ResourceReader) {
    self.id = id
    let scopes = json.properties["networkManagerScopes"]
    managementGroups = scopes?["managementGroups"]?.texts ?? []
    subscriptions = scopes?["subscriptions"]?.texts ?? []
  }

  /// Whether its scope is above subscriptions: its rules come before those of managers below (routing semantics D-103).
  public var isAboveSubscriptions: Bool { !managementGroups.isEmpty }
}
