internal import AzureResources
public import HybridConnectivity
internal import IPAddressing
public import JSONDocument
public import TerminalText

/// A circuit with its peerings, as the portal's page shows them; each address with the side that takes it.
public struct CircuitPeeringsReport: Report {
  private let circuit: Circuit
  private let types: [PeeringType]

  /// - Parameter only: the peering that alone is wanted; nil for all.
  public init(_ circuit: Circuit, only: PeeringType? = nil) {
    self.circuit = circuit
    // The retired one is shown where it is.
    let all = PeeringType.allCases.filter { $0 != .publicPeering || circuit.peering($0) != nil }
    types = only.map { [$0] } ?? all
  }

  public var json: JSONValue {
    [
      "schemaVersion": 1, "circuit": .string(circuit.id.text),
      "circuitProvisioningState": .optional(circuit.circuitProvisioningState),
      "serviceProviderProvisioningState": .optional(circuit.serviceProviderProvisioningState),
      "serviceKey": .optional(circuit.serviceKey),
      "peerings": .array(types.compactMap { circuit.peering($0) }.map(Self.json)),
    ]
  }

  public var sheet: Sheet {
    Sheet(
      [
        "Name", "State", "ProvisioningState", "AzureASN", "PeerASN", "VlanId", "PrimaryPeerAddressPrefix",
        "SecondaryPeerAddressPrefix", "LastModifiedBy",
      ],
      types.compactMap { circuit.peering($0) }.map { peering in
        [
          peering.name, peering.state ?? "", peering.provisioningState ?? "", peering.azureASN.map { "\($0)" } ?? "",
          peering.peerASNText ?? "", peering.vlanID.map { "\($0)" } ?? "", peering.primaryPeerAddressPrefix?.text ?? "",
          peering.secondaryPeerAddressPrefix?.text ?? "", peering.lastModifiedBy ?? "",
        ]
      })
  }

  public func text(for terminal: Terminal) -> String {
    let line =
      StyledText(DisplayName.of(circuit.id), .emphasis)
      + StyledText("  circuit status \(circuit.circuitProvisioningState ?? "unknown")", .dim)
      + StyledText(
        circuit.isDirect ? "" : ", provider status \(circuit.serviceProviderProvisioningState ?? "unknown")", .dim)
    var table = TextTable([
      TableColumn("Peering", overflow: .keep), TableColumn("Status", overflow: .keep),
      TableColumn("Peer ASN", alignment: .right, overflow: .keep),
      TableColumn("VLAN", alignment: .right, overflow: .keep), TableColumn("Path", overflow: .keep),
      TableColumn("Subnet", overflow: .keep), TableColumn("Customer address", overflow: .keep),
      TableColumn("Microsoft address", overflow: .keep), TableColumn("Last modified by"),
    ])
    for type in types {
      guard let peering = circuit.peering(type) else {
        table.append([StyledText(type.rawValue), StyledText("not configured", .dim)])
        continue
      }
      for (place, row) in Self.links(peering).enumerated() {
        let isFirst = place == 0
        table.append([
          StyledText(isFirst ? type.rawValue : ""),
          StyledText(isFirst ? Self.status(peering) : "", peering.isEnabled ? .plain : .warning),
          StyledText(isFirst ? peering.peerASNText ?? "-" : ""),
          StyledText(isFirst ? peering.vlanID.map { "\($0)" } ?? "-" : ""), StyledText(row.path.rawValue),
          StyledText(row.link?.text ?? "-"), StyledText(row.link?.customerAddress.map { "\($0)" } ?? "-"),
          StyledText(row.link?.microsoftAddress.map { "\($0)" } ?? "-"),
          StyledText(isFirst ? peering.lastModifiedBy ?? "-" : ""),
        ])
      }
    }
    return line.rendered(terminal.colouring) + "\n\n" + table.text(for: terminal)
  }

  private static func status(_ peering: CircuitPeering) -> String {
    let state = peering.state ?? "Enabled"
    guard let operation = peering.provisioningState, operation.lowercased() != "succeeded" else { return state }
    return "\(state), \(operation)"
  }

  /// Both paths' links: those of IPv4, and those of IPv6 where there are any.
  private static func links(_ peering: CircuitPeering) -> [(path: DevicePath, link: PeerAddressPrefix?)] {
    let families: [AddressFamily] = peering.ipv6Peering == nil ? [.ipv4] : [.ipv4, .ipv6]
    return families.flatMap { family in DevicePath.allCases.map { ($0, peering.prefix($0, family)) } }
  }

  private static func json(_ peering: CircuitPeering) -> JSONValue {
    [
      "id": .string(peering.id.text), "name": .string(peering.name),
      "peeringType": .optional(peering.type?.rawValue), "state": .optional(peering.state),
      "provisioningState": .optional(peering.provisioningState),
      "azureASN": .optional(peering.azureASN.map { Int64($0) }), "peerASN": .optional(peering.peerASNText),
      "vlanId": .optional(peering.vlanID), "lastModifiedBy": .optional(peering.lastModifiedBy),
      "routeFilter": .optional(peering.routeFilter?.text),
      "links": .array(
        links(peering).map { path, link in
          [
            "path": .string(path.rawValue), "prefix": .optional(link?.text),
            "customerAddress": .optional(link?.customerAddress.map { "\($0)" }),
            "microsoftAddress": .optional(link?.microsoftAddress.map { "\($0)" }),
            "azurePort": .optional(peering.azurePort(path)),
          ]
        }),
      "connections": .array(
        (peering.connections + peering.peeredConnections).map { connection in
          [
            "name": .optional(connection.name), "addressPrefix": .optional(connection.addressPrefix?.text),
            "circuitConnectionStatus": .optional(connection.circuitConnectionStatus),
          ]
        }),
    ]
  }
}
