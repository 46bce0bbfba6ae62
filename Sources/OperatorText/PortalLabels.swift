internal import HybridConnectivity
internal import JSONDocument

/// The words of the portal's pages of a circuit, and what ARM calls the same.
enum PortalLabels {
  /// Labels of the overview page, in lower case, with ARM's property.
  private static let properties: [String: String] = [
    "circuit status": "circuitProvisioningState", "provider status": "serviceProviderProvisioningState",
    "service key": "serviceKey", "location": "location", "sku": "sku", "provider": "serviceProviderName",
    "peering location": "peeringLocation", "bandwidth": "bandwidthInMbps", "resource group": "resourceGroup",
    "subscription": "subscription", "subscription id": "subscriptionId", "billing model": "family",
    "global reach": "globalReachEnabled",
  ]

  static func isLabel(_ text: String) -> Bool { properties[text.trimmingBlanks.lowercased()] != nil }

  /// The circuit that `label : value` lines describe; nil where they aren't the portal's.
  static func circuitFacts(_ facts: JSONObject) -> JSONValue? {
    guard facts["circuit status"] != nil || facts["provider status"] != nil else { return nil }
    return circuit(facts)
  }

  /// A circuit in ARM's shape.
  static func circuit(_ facts: JSONObject) -> JSONValue {
    var properties = JSONObject()
    var provider = JSONObject()
    var others: [(String, JSONValue)] = []
    for member in facts.members {
      guard let name = self.properties[member.key.lowercased()], let text = member.value.text else { continue }
      switch name {
      case "serviceProviderName", "peeringLocation": provider[name] = .string(text)
      case "bandwidthInMbps": provider[name] = megabits(text).map { .integer($0) }
      case "circuitProvisioningState":
        properties[name] = .string(text.lowercased() == "not enabled" ? "Disabled" : text)
      case "serviceProviderProvisioningState":
        properties[name] = .string(text.lowercased() == "not provisioned" ? "NotProvisioned" : text)
      case "serviceKey": properties[name] = .string(text)
      case "globalReachEnabled": properties[name] = .bool(text.lowercased().hasPrefix("enabled"))
      case "location": others.append((name, .string(text)))
      case "sku": others.append((name, ["tier": .string(text)]))
      default: break
      }
    }
    if !provider.members.isEmpty { properties["serviceProviderProperties"] = .object(provider) }
    return .object(JSONObject(others + [("properties", .object(properties))]))
  }

  /// Whether a table's heading is that of the portal's list of peerings.
  static func isPeeringHeading(_ names: [String]) -> Bool {
    let folded = Set(names.map { $0.lowercased() })
    return folded.isSuperset(of: ["type", "status", "primary subnet", "secondary subnet"])
  }

  /// The peerings of the portal's list; those that aren't provisioned are none.
  static func peerings(
    _ names: [String], _ rows: [(cells: [String], line: Int)], _ command: OperatorCommand?
  ) -> [OperatorTable] {
    rows.compactMap { row in
      let cells = Dictionary(zip(names.map { $0.lowercased() }, row.cells)) { first, _ in first }
      let word = cells["type"]?.lowercased() ?? ""
      let type = PeeringType.allCases.first { word.contains($0.shortName) }
      guard let type, let status = cells["status"]?.lowercased(), !status.isEmpty, !status.hasPrefix("not") else {
        return nil
      }
      var properties = JSONObject([
        ("peeringType", .string(type.rawValue)), ("state", .string(status == "disabled" ? "Disabled" : "Enabled")),
      ])
      properties["primaryPeerAddressPrefix"] = text(cells["primary subnet"])
      properties["secondaryPeerAddressPrefix"] = text(cells["secondary subnet"])
      properties["lastModifiedBy"] = text(cells["last modified by"])
      let json: JSONValue = ["name": .string(type.rawValue), "properties": .object(properties)]
      return OperatorTable(kind: .peering, json: json, line: row.line, command: command)
    }
  }

  private static func text(_ cell: String?) -> JSONValue? {
    cell.flatMap { $0.isEmpty || $0 == "-" ? nil : .string($0) }
  }

  /// `50 Mbps`, `1 Gbps`.
  private static func megabits(_ text: String) -> Int64? {
    let number = text.prefix { $0.isNumber }
    guard let value = Int64(number) else { return nil }
    return text.lowercased().contains("gbps") ? value * 1000 : value
  }
}
