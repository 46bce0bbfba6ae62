internal import AzureResources

/// The calls that read a circuit's state.
package enum CircuitCall: String, Sendable, Hashable, CaseIterable {
  case arpTable = "arpTables"
  case routeTable = "routeTables"
  case routeSummary = "routeTablesSummary"
  case statistics = "stats"

  /// The call and the path that an observation's action names, such as `arptables/primary`; nil for other actions.
  package static func parse(_ action: String) -> (call: CircuitCall, path: DevicePath?)? {
    let words = action.split(separator: "/", maxSplits: 1)
    guard let first = words.first?.lowercased(),
      let call = allCases.first(where: { $0.rawValue.lowercased() == first })
    else { return nil }
    return (call, words.count == 2 ? DevicePath(name: words[1]) : nil)
  }

  /// The HTTP method.
  package var method: String { self == .statistics ? "GET" : "POST" }
}
