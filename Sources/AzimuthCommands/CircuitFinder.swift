internal import AzureResources
internal import Estate
internal import HybridConnectivity
internal import Reporting

/// Finds the circuit that somebody means: one that is configured in the snapshot, or one that was only observed.
struct CircuitFinder {
  private let catalog: CircuitCatalog
  private let estate: Estate
  private let scope: ResourceScope

  init(_ catalog: CircuitCatalog, _ estate: Estate, _ scope: ScopeOptions) {
    self.catalog = catalog
    self.estate = estate
    self.scope = ResourceScope(resourceGroup: scope.resourceGroup, subscription: scope.subscription)
  }

  /// The circuits within the scope, in order.
  var all: [ResourceID] {
    (catalog.circuits.map(\.id) + catalog.circuitsWithoutConfiguration).filter { scope.contains($0) }
  }

  /// - Parameter name: ID, name or group/name; nil for the only one.
  func find(_ name: String?) throws(CommandError) -> ResourceID {
    guard let name else {
      let all = all
      guard all.count != 1 else { return all[0] }
      guard !all.isEmpty else {
        throw CommandError(
          message: "the snapshot holds no circuit",
          remedy: "Collect them: az network express-route list -o json; or give tables with --primary and --secondary.")
      }
      throw CommandError(
        message: "the snapshot holds \(all.count) circuits; name one",
        details: all.prefix(10).map { DisplayName.of($0) })
    }
    let observed = catalog.circuitsWithoutConfiguration.filter { id in
      name.hasPrefix("/") ? ResourceID(name) == id : scope.contains(id) && ResourceName(name).matches(id)
    }
    do throws(CommandError) {
      return try TargetResolver(estate, scope: scope).resolve(name, among: [.expressRouteCircuit])
    } catch {
      guard observed.count == 1 else { throw error }
      return observed[0]
    }
  }
}
