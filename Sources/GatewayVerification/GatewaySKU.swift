internal import CGatewayFacts

/// What a SKU of virtual network gateways takes.
///
/// - Source: `gateway-skus.tsv`, row by row.
public struct GatewaySKU: Sendable, Hashable {
  public let name: String
  /// How many tunnels to sites, or circuits, the gateway takes; nil where it isn't documented.
  public let connections: Int?
  public let hasBGP: Bool
  public let hasActiveActive: Bool
  public let megabits: Int?
  public let clients: Int?
  /// How many prefixes the gateway takes over BGP.
  public let learnedPrefixes: Int?
  /// nil for VPN gateways.
  public let hasFastPath: Bool?

  /// The SKU of a gateway of this type (`Vpn`, `ExpressRoute`); nil for one that the table lacks.
  public static func named(_ name: some StringProtocol, type: some StringProtocol) -> GatewaySKU? {
    all["\(type)/\(name)".lowercased()]
  }

  private static let all: [String: GatewaySKU] = Dictionary(
    uniqueKeysWithValues: GatewayFactTable.skus.rows.filter { $0.count == 11 }.map { row in
      let sku = GatewaySKU(
        name: String(row[1]), connections: Int(row[2]), hasBGP: row[3] == "yes", hasActiveActive: row[4] == "yes",
        megabits: Int(row[5]), clients: Int(row[6]), learnedPrefixes: Int(row[7]),
        hasFastPath: row[8].isEmpty ? nil : row[8] == "yes")
      return ("\(row[0])/\(row[1])".lowercased(), sku)
    })
}
