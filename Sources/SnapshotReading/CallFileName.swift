/// The call whose answer a file holds, as the file's name says it: what `az` prints of a circuit's tables doesn't name
/// the circuit, the peering or the path.
///
/// `CIRCUIT.PEERING.arpTables.primary.json`, `CIRCUIT.PEERING.stats.json`, `CIRCUIT.stats.json`; the calls are
/// `arpTables`, `routeTables` and `routeTablesSummary` with a path, and `stats` without one.
struct CallFileName {
  /// The HTTP method.
  let method: String
  /// The call's path. Subscription and group are left out: the circuit is found by its name.
  let path: String

  /// nil for a file that isn't named so.
  init?(_ file: String) {
    let name = file.split(separator: "/").last ?? ""
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.popLast()?.lowercased() == "json", let last = parts.popLast() else { return nil }
    let isStatistics = last.lowercased() == "stats"
    var call = last
    if !isStatistics {
      guard ["primary", "secondary"].contains(last.lowercased()), let table = parts.popLast(),
        let known = Self.tables.first(where: { $0.lowercased() == table.lowercased() })
      else { return nil }
      call = "\(known)/\(last.lowercased())"
    }
    let peering = parts.last.flatMap { last in Self.peerings.first { $0.lowercased() == last.lowercased() } }
    if peering != nil { parts.removeLast() }
    // A circuit's tables are always of a peering; its counters needn't be.
    guard isStatistics || peering != nil else { return nil }
    let circuit = parts.joined(separator: ".")
    guard !circuit.isEmpty else { return nil }
    method = isStatistics ? "GET" : "POST"
    path =
      "/providers/Microsoft.Network/expressRouteCircuits/\(circuit)" + (peering.map { "/peerings/\($0)" } ?? "")
      + "/\(call)"
  }

  private static let tables = ["arpTables", "routeTables", "routeTablesSummary"]
  private static let peerings = ["AzurePrivatePeering", "MicrosoftPeering", "AzurePublicPeering"]
}
