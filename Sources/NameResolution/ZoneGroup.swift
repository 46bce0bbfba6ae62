public import AzureResources
internal import Estate
internal import IPAddressing
internal import JSONDocument

/// A private DNS zone that a private endpoint's zone group keeps records in.
public struct ZoneGroup: Sendable, Hashable {
  public let id: ResourceID
  public let zone: ResourceID
  /// The names of its records, relative to the zone; empty where the zone's name isn't the one that the sub-resource
  /// needs: Azure accepts it, and writes nothing.
  public let recordNames: [String]
  public let provisioningState: String?
}

extension NameDirectory {
  /// The zones of an endpoint's groups.
  ///
  /// - Complexity: O(zone groups of the estate, and the endpoint's text).
  public func zoneGroups(ofEndpoint endpoint: ResourceID) -> [ZoneGroup] {
    let separate = resources.zoneGroups.filter { $0.parent == endpoint }
    let nested = (estate.json(endpoint)?["properties"]?["privateDnsZoneGroups"]?.elements ?? []).compactMap { json in
      (json["id"]?.text.flatMap { ResourceID($0) }
        ?? json["name"]?.text.flatMap { endpoint.child("privateDnsZoneGroups", $0) }).map { ($0, json) }
    }
    var documents = separate.compactMap { id in estate.json(id).map { (id, $0) } }
    documents += nested.filter { entry in !separate.contains(entry.0) }
    return documents.flatMap { id, json -> [ZoneGroup] in
      ((json["properties"] ?? json)["privateDnsZoneConfigs"]?.elements ?? []).compactMap { configuration in
        let properties = configuration["properties"] ?? configuration
        guard let zone = properties["privateDnsZoneId"]?.text.flatMap({ ResourceID($0) }) else { return nil }
        let names = properties["recordSets"]?.elements?.compactMap { $0["recordSetName"]?.text ?? $0["fqdn"]?.text }
        return ZoneGroup(
          id: id, zone: zone, recordNames: names ?? [], provisioningState: properties["provisioningState"]?.text)
      }
    }
  }
}
