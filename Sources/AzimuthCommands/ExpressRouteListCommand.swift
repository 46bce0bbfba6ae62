internal import AzureResources
internal import CommandLineParsing
internal import HybridConnectivity
internal import Reporting

/// `azimuth expressroute list`.
struct ExpressRouteListCommand: Command {
  static let name = "list"
  static let summary = "List the circuits of a snapshot with their states."
  static let discussion = """
    A circuit carries traffic only where its circuit status is Enabled and its provider status is Provisioned. Circuits \
    that were observed and whose configuration isn't in the snapshot are listed too.
    """
  static let examples = [
    Example("azimuth expressroute list", "See which circuits are provisioned"),
    Example("azimuth expressroute list -o json", "The same for programs"),
  ]

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var common: CommonOptions

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    guard scope.ids.isEmpty else { throw UsageError("--ids has no meaning here: all circuits are listed") }
    let catalog = CircuitCatalog(try session.estate())
    let scope = ResourceScope(resourceGroup: scope.resourceGroup, subscription: scope.subscription)
    let unconfigured = catalog.circuitsWithoutConfiguration.filter { scope.contains($0) }
    session.notify(
      unconfigured.map {
        Notice(
          .missing, "the configuration of \(DisplayName.of($0)) isn't in the snapshot",
          command: CollectionCommand.showing($0))
      })
    session.print(
      CircuitListReport(
        catalog.circuits.filter { scope.contains($0.id) }, withoutConfiguration: unconfigured, in: catalog))
    return .success
  }
}
