/// What an ExpressRoute gateway of a SKU carries.
///
/// - Source: `gateway-skus.tsv`, row by row.
public struct GatewaySKU: Sendable, Hashable {
  public let name: String
  /// nil where it goes by scale units.
  public let megabitsPerSecond: Int?
  public let packetsPerSecond: Int?
  public let flows: Int?
  public let virtualMachines: Int?
  /// Routes it can learn.
  public let learnedRoutes: Int
  /// The scale units from which it takes FastPath; 0 for always, nil for never.
  public let fastPathUnits: Int?

  /// The SKU of this name, compared without regard to case; nil for one that isn't ExpressRoute's.
  public static func named(_ name: some StringProtocol) -> GatewaySKU? { all[name.lowercased()] }

  /// The throughput with this many scale units.
  public func megabitsPerSecond(units: Int?) -> Int? { megabitsPerSecond ?? units.map { $0 * 1000 } }

  /// Whether FastPath works with this many scale units; nil where they decide and nobody says how many.
  public func takesFastPath(units: Int?) -> Bool? {
    guard let fastPathUnits else { return false }
    return fastPathUnits == 0 ? true : units.map { $0 >= fastPathUnits }
  }

  private static let all: [String: GatewaySKU] = Dictionary(
    FactRows.gatewaySKUs.rows.compactMap { row in
      guard row.count == 8, let routes = Int(row[5]) else { return nil }
      let sku = GatewaySKU(
        name: String(row[0]), megabitsPerSecond: Int(row[1]), packetsPerSecond: Int(row[2]), flows: Int(row[3]),
        virtualMachines: Int(row[4]), learnedRoutes: routes, fastPathUnits: row[6] == "yes" ? 0 : Int(row[6]))
      return (row[0].lowercased(), sku)
    }, uniquingKeysWith: { first, _ in first })
}
