internal import ARMAnswers
internal import AzureResources
internal import CommandLineParsing
internal import Estate
internal import JSONDocument
internal import JSONReading
internal import Reporting
internal import Routing

/// `azimuth rest`.
struct RESTCommand: Command {
  static let name = "rest"
  static let summary = "Answer a call to Azure Resource Manager from the snapshot."
  static let discussion = """
    Reads give the resource or the list as the snapshot holds it. POST .../effectiveRouteTable, \
    .../effectiveNetworkSecurityGroups, .../nextHop, .../ipFlowVerify and a virtual hub's .../effectiveRoutes are \
    computed. Errors are Azure's own, {"error": {"code", "message"}}, with exit code 4.

    The answer is printed as JSON whatever --output says, but for yaml and none.
    """
  static let examples = [
    Example(
      "azimuth rest --url /subscriptions/<id>/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks",
      "List the virtual networks of a group"),
    Example(
      "azimuth rest --method POST --url <nic id>/effectiveRouteTable --as-of 2024-08-26",
      "Ask for effective routes as Azure would have answered that day"),
    Example(
      "azimuth rest --method POST --url <watcher id>/nextHop --body @question.json", "Ask with a body from a file"),
  ]

  @Option("The HTTP method", short: "m") var method: String = "GET"
  @Option("The path, or the whole URL, with or without api-version", short: "u") var url: String
  @Option("The body as JSON; @FILE reads it from a file, @- from standard input", short: "b", placeholder: "JSON")
  var body: String?
  @OptionGroup var computation: ComputationOptions
  @OptionGroup var common: CommonOptions

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let body = try body.map { try Self.parse($0, session) }
    let estate = try session.estate()
    let machines: MachineState = computation.evenIfStopped ? .asIfRunning : .asRecorded
    let service = ARMService(estate, asOf: computation.day, machines: machines)
    let response = service.respond(to: ARMRequest(method: method, url: url, body: body))
    let isError = response.status >= 400 || response.body["error"] != nil
    if !isError { session.notify(gaps(service)) }
    session.print(JSONReport(response.body))
    return isError ? .azureError : .success
  }

  /// ARM's shape has no place for what a table of routes is short of.
  private func gaps(_ service: ARMService) -> [Notice] {
    let path = url.prefix { $0 != "?" }
    let suffix = "/effectiveroutetable"
    guard path.lowercased().hasSuffix(suffix), let start = path.firstRange(of: "/subscriptions/") else { return [] }
    guard let id = ResourceID(path[start.lowerBound...].dropLast(suffix.count)),
      let interface = service.estate.networkInterfaceIndex(id),
      let table = try? service.effectiveRoutes(ofInterface: interface)
    else { return [] }
    return SubjectNotices.gaps(table.missing)
  }

  private static func parse(_ text: String, _ session: Session) throws -> JSONValue {
    var bytes = Array(text.utf8)
    if text.hasPrefix("@") {
      let path = String(text.dropFirst())
      let read = path == "-" ? try session.inputBytes() : StandardInput.bytes(ofFile: path)
      guard let read else { throw CommandError(message: "\(path): the body can't be read") }
      bytes = read
    }
    do throws(JSONSyntaxError) {
      return try JSONParser.value(of: bytes)
    } catch {
      throw UsageError("--body isn't JSON: byte \(error.offset): \(error.reasonText)")
    }
  }
}
