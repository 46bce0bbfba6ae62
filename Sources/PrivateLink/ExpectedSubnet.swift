internal import AzureResources
internal import Estate
internal import JSONDocument
internal import JSONReading

/// The subnet that an Azure Migrate project was told to put its private endpoints into.
///
/// - Source: private endpoint semantics D.1: `extendedDetails.privateEndpointDetails` of a project's solutions, JSON in a
///   string.
struct ExpectedSubnet {
  let subnet: ResourceID
  /// The solution that says so.
  let source: ResourceID

  /// nil where nothing says it: for other services than those of a project, and projects of other groups.
  init?(_ estate: Estate, beside endpoint: ResourceID, target: ResourceID?) {
    let family = [
      "microsoft.migrate/", "microsoft.offazure/", "microsoft.keyvault/", "microsoft.storage/",
      "microsoft.recoveryservices/",
    ]
    guard let type = target?.type.lowercased(), family.contains(where: type.hasPrefix) else { return nil }
    let isOwn = type.hasPrefix(family[0]) || type.hasPrefix(family[1])
    for record in estate.records where record.id.kind == .other {
      guard record.id.text.lowercased().contains("/solutions/"), let json = estate.json(record.id),
        let text = json["properties"]?["details"]?["extendedDetails"]?["privateEndpointDetails"]?.text,
        let details = try? JSONParser.value(of: Array(text.utf8)),
        let subnet = details["subnetId"]?.text.flatMap({ ResourceID($0) }),
        isOwn || record.id.resourceGroup?.lowercased() == endpoint.resourceGroup?.lowercased()
      else { continue }
      self.subnet = subnet
      source = record.id.parent ?? record.id
      return
    }
    return nil
  }
}
