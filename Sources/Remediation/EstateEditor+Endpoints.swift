internal import AzureResources
internal import Estate
internal import JSONDocument

/// What Azure does of itself around private endpoints.
extension EstateEditor {
  /// A connection that its target's owner approves is approved on both sides.
  mutating func approve(_ endpoint: ResourceID, _ connection: ResourceID?) -> Bool {
    if let connection { _ = modify(connection) { Self.approve(&$0) } }
    return modify(endpoint) { resource in
      for list in ["privateLinkServiceConnections", "manualPrivateLinkServiceConnections"] {
        guard let elements = resource.property(list)?.elements, !elements.isEmpty else { continue }
        resource.setProperty(
          list,
          .array(
            elements.map { element in
              var element = element
              Self.approve(&element)
              return element
            }))
      }
    }
  }

  /// A zone group that was created writes its records into the zones (private endpoint semantics C.2.2).
  mutating func enter(_ id: ResourceID, _ properties: JSONObject) -> Bool {
    guard id.type.lowercased().hasSuffix("/privatednszonegroups") else { return true }
    for configuration in properties["privateDnsZoneConfigs"]?.elements ?? [] {
      let stated = configuration["properties"] ?? configuration
      guard let zone = stated["privateDnsZoneId"]?.text.flatMap({ ResourceID($0) }) else { return false }
      for set in stated["recordSets"]?.elements ?? [] {
        guard let name = set["recordSetName"]?.text, let record = zone.child("A", name) else { return false }
        let addresses = set["ipAddresses"]?.elements ?? []
        let records = JSONObject([
          ("ttl", set["ttl"] ?? 10), ("aRecords", .array(addresses.map { ["ipv4Address": $0] })),
        ])
        guard make(.put(record, properties: records, location: nil)) else { return false }
      }
    }
    return true
  }

  private static func approve(_ connection: inout JSONValue) {
    connection.setProperty("privateLinkServiceConnectionState.status", "Approved")
  }
}
