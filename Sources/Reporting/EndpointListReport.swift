internal import AzureResources
internal import IPAddressing
public import JSONDocument
internal import NameFindings
public import PrivateLink
public import TerminalText

/// Private endpoints in short.
public struct EndpointListReport: Report {
  private let endpoints: [EndpointSummary]

  public init(_ endpoints: [EndpointSummary]) { self.endpoints = endpoints }

  public var json: JSONValue {
    ["schemaVersion": 1, "endpoints": .array(endpoints.map(Self.value))]
  }

  private static func value(_ endpoint: EndpointSummary) -> JSONValue {
    func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    return [
      "id": .string(endpoint.id.text), "target": endpoint.target.map { .string($0.text) } ?? .null,
      "groupIds": texts(endpoint.groupIDs), "status": endpoint.status.map { .string($0) } ?? .null,
      "manual": .bool(endpoint.isManual), "subnetId": endpoint.subnet.map { .string($0.text) } ?? .null,
      "addresses": texts(endpoint.addresses.map(\.description)), "fqdns": texts(endpoint.names),
      "privateDnsZoneIds": texts(endpoint.zones.map(\.text)),
      "publicAccess": .string(endpoint.publicAccess.state.rawValue),
    ]
  }

  public var sheet: Sheet {
    Sheet(
      ["Id", "Target", "Groups", "Status", "Manual", "Subnet", "Addresses", "Names", "Zones", "Public Access"],
      endpoints.map { endpoint in
        [
          endpoint.id.text, endpoint.target?.text ?? "", endpoint.groupIDs.joined(separator: " "),
          endpoint.status ?? "",
          endpoint.isManual ? "true" : "false", endpoint.subnet?.text ?? "",
          endpoint.addresses.map(\.description).joined(separator: " "), endpoint.names.joined(separator: " "),
          endpoint.zones.map(\.text).joined(separator: " "), endpoint.publicAccess.state.rawValue,
        ]
      })
  }

  public func text(for terminal: Terminal) -> String {
    var table = TextTable([
      TableColumn("Endpoint", overflow: .keep), TableColumn("Stands for", priority: 1),
      TableColumn("State", overflow: .keep), TableColumn("Subnet", priority: 1),
      TableColumn("Addresses", overflow: .keep),
      TableColumn("Names", priority: 2), TableColumn("Public access", overflow: .keep),
    ])
    for endpoint in endpoints {
      let isApproved = endpoint.status?.lowercased() == "approved"
      let state = (endpoint.status ?? "unknown") + (endpoint.isManual ? ", manual" : "")
      let subnet = endpoint.subnet.map { "\($0.parent?.name ?? "")/\($0.name)" } ?? ""
      let target =
        "\(endpoint.target.map { String($0.name) } ?? "unknown") (\(endpoint.groupIDs.joined(separator: ", ")))"
      table.append([
        StyledText(String(endpoint.id.name)), StyledText(target), StyledText(state, isApproved ? .success : .error),
        StyledText(subnet), StyledText(endpoint.addresses.map(\.description).joined(separator: ", ")),
        StyledText(endpoint.names.joined(separator: ", ")), StyledText(endpoint.publicAccess.state.rawValue),
      ])
    }
    return table.text(for: terminal)
  }
}
