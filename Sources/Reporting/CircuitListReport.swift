public import AzureResources
public import HybridConnectivity
public import JSONDocument
public import TerminalText

/// The circuits of a snapshot, a row each.
public struct CircuitListReport: Report {
  private let circuits: [(circuit: Circuit, connections: Int)]
  private let unconfigured: [ResourceID]

  /// - Parameter circuits: those that are listed, in order.
  public init(_ circuits: [Circuit], withoutConfiguration: [ResourceID], in catalog: CircuitCatalog) {
    self.circuits = circuits.map { ($0, catalog.connections(of: $0.id).count) }
    unconfigured = withoutConfiguration
  }

  public var json: JSONValue {
    [
      "schemaVersion": 1,
      "circuits": .array(
        circuits.map { circuit, connections in
          [
            "id": .string(circuit.id.text), "name": .string(String(circuit.id.name)),
            "location": .optional(circuit.location), "sku": .optional(circuit.sku?.name),
            "serviceProviderName": .optional(circuit.serviceProvider?.serviceProviderName),
            "expressRoutePort": .optional(circuit.expressRoutePort?.text),
            "peeringLocation": .optional(circuit.serviceProvider?.peeringLocation),
            "bandwidthInMbps": .optional(circuit.bandwidthInMbps),
            "circuitProvisioningState": .optional(circuit.circuitProvisioningState),
            "serviceProviderProvisioningState": .optional(circuit.serviceProviderProvisioningState),
            "provisioningState": .optional(circuit.provisioningState),
            "peerings": .array(circuit.peerings.map { .string($0.name) }),
            "connections": .integer(Int64(connections)),
          ]
        }), "withoutConfiguration": .array(unconfigured.map { .string($0.text) }),
    ]
  }

  public var sheet: Sheet {
    Sheet(
      [
        "Name", "ResourceGroup", "Location", "Sku", "Provider", "PeeringLocation", "BandwidthInMbps",
        "CircuitProvisioningState", "ServiceProviderProvisioningState", "Peerings", "Connections",
      ],
      circuits.map { circuit, connections in
        [
          String(circuit.id.name), circuit.id.resourceGroup.map(String.init) ?? "", circuit.location ?? "",
          circuit.sku?.name ?? "", Self.provider(circuit), circuit.serviceProvider?.peeringLocation ?? "",
          circuit.bandwidthInMbps.map(String.init) ?? "", circuit.circuitProvisioningState ?? "",
          circuit.serviceProviderProvisioningState ?? "", Self.peerings(circuit), String(connections),
        ]
      })
  }

  public func text(for terminal: Terminal) -> String {
    guard !circuits.isEmpty || !unconfigured.isEmpty else { return "The snapshot holds no circuit.\n" }
    var table = TextTable([
      TableColumn("Circuit", priority: 3), TableColumn("SKU", priority: 1), TableColumn("Provider", priority: 1),
      TableColumn("Peering location", priority: 1), TableColumn("Mbps", alignment: .right, overflow: .keep),
      TableColumn("Circuit status", overflow: .keep), TableColumn("Provider status", overflow: .keep),
      TableColumn("Peerings"), TableColumn("Connections", alignment: .right, overflow: .keep),
    ])
    for (circuit, connections) in circuits {
      let status = circuit.circuitProvisioningState ?? "-"
      let provider = circuit.isDirect ? "-" : circuit.serviceProviderProvisioningState ?? "-"
      table.append([
        StyledText(DisplayName.of(circuit.id)), StyledText(circuit.sku?.name ?? "-"),
        StyledText(Self.provider(circuit)), StyledText(circuit.serviceProvider?.peeringLocation ?? "-"),
        StyledText(circuit.bandwidthInMbps.map(String.init) ?? "-"),
        StyledText(status, status.lowercased() == "enabled" ? .plain : .warning),
        StyledText(provider, ["provisioned", "-"].contains(provider.lowercased()) ? .plain : .warning),
        StyledText(circuit.peerings.isEmpty ? "-" : Self.peerings(circuit)), StyledText(String(connections)),
      ])
    }
    for id in unconfigured {
      table.append([StyledText(DisplayName.of(id)), StyledText("only observed", .dim)])
    }
    return table.text(for: terminal)
  }

  private static func provider(_ circuit: Circuit) -> String {
    circuit.serviceProvider?.serviceProviderName ?? circuit.expressRoutePort.map { "port \($0.name)" } ?? ""
  }

  private static func peerings(_ circuit: Circuit) -> String {
    circuit.peerings.map { ($0.type?.shortName ?? $0.name) + ($0.isEnabled ? "" : " (disabled)") }.joined(
      separator: ", ")
  }
}
