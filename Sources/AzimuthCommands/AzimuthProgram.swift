internal import CommandLineParsing
internal import TerminalText

/// The program `azimuth`: its commands and what it says about itself.
public enum AzimuthProgram {
  /// Does what the words after the program's name ask for.
  ///
  /// - Returns: The process's exit code.
  public static func run(_ words: [String], in surroundings: Surroundings) async -> Int32 {
    let colour = colourChoice(words)
    let outputTerminal = surroundings.terminal(.output, colour)
    let errorTerminal = surroundings.terminal(.error, colour)
    let console = Console(
      outputTerminal: outputTerminal, errorTerminal: errorTerminal,
      output: { surroundings.write(.output, $0) }, error: { surroundings.write(.error, $0) })
    let code = await program.run(
      words, environment: surroundings.environment, console: console, context: { surroundings },
      failure: { error in
        let failure = error as? CommandError ?? CommandError(message: "\(error)")
        surroundings.write(.error, failure.text(errorTerminal.colouring))
        return failure.code
      })
    return code.rawValue
  }

  /// What `--color` says, wherever it stands: errors keep to it too, those of the command line itself among them.
  private static func colourChoice(_ words: [String]) -> ColourChoice {
    let option = "--color"
    var values = words.compactMap { $0.hasPrefix("\(option)=") ? String($0.dropFirst(option.count + 1)) : nil }
    values += zip(words, words.dropFirst()).compactMap { $0 == option ? $1 : nil }
    return values.lazy.compactMap { ColourChoice(rawValue: $0.lowercased()) }.first ?? .automatic
  }

  static var program: Program<Surroundings> {
    Program(
      description,
      commands: [
        .command(DiagnoseCommand.self),
        .command(AuditCommand.self),
        .command(RoutesCommand.self),
        .command(NextHopCommand.self),
        .command(FlowCommand.self),
        .command(RulesCommand.self),
        ExpressRouteGroup.node,
        .group(
          "gateway", summary: "List and verify VPN and ExpressRoute gateways.",
          [.command(GatewayListCommand.self), .command(GatewayVerifyCommand.self)]),
        .group(
          "endpoint", summary: "List and verify private endpoints.",
          [.command(EndpointListCommand.self), .command(EndpointVerifyCommand.self)]),
        .command(ResolveCommand.self),
        .command(ShowCommand.self),
        .command(RESTCommand.self),
        .group(
          "migrate", summary: "Look at Azure Migrate with private endpoints.",
          [.command(MigrateVerifyCommand.self), .command(MigrateHostsCommand.self)]),
        .group(
          "probe", summary: "Probe names and ports from this machine.",
          discussion: "Live probes: what this machine sees, whatever the configuration says. --save keeps results as"
            + " observations, so that a snapshot of the configuration and probes from where it hurts make one answer.",
          [.command(ProbeDNSCommand.self), .command(ProbeTCPCommand.self), .command(ProbeTLSCommand.self)]),
        .group("snapshot", summary: "Look into a snapshot.", [.command(SnapshotInfoCommand.self)]),
      ])
  }

  private static var description: ProgramDescription {
    var description = ProgramDescription(
      name: "azimuth", version: version, released: released,
      summary: "Find out why a connection in an Azure network fails.")
    description.discussion = """
      Azimuth reads a snapshot of the network's configuration, computes its routes as Azure does, and follows a \
      connection through it, there and back. It changes nothing, and sends nothing anywhere unless `probe` is asked to.

      A snapshot is what `az ... -o json`, Azure Resource Graph or PowerShell's ConvertTo-Json print, in a file or in a \
      folder of files.
      """
    description.examples = [
      Example("azimuth diagnose vm-1 vm-2:1433 --snapshot contoso/", "Ask why a database can't be reached"),
      Example("azimuth routes vm-1 --explain 10.2.0.4", "See why packets for an address take the way they take"),
      Example("azimuth snapshot info --snapshot contoso/", "See what a snapshot holds and lacks"),
    ]
    description.exitCodes = [
      Definition("0", "asked and answered; reachable"), Definition("1", "blocked; findings (audit)"),
      Definition("2", "the command line is wrong"), Definition("3", "input is missing, broken or ambiguous"),
      Definition("4", "an error as Azure gives it (rest); a network failure (probe)"),
      Definition("5", "the snapshot lacks what would decide"),
    ]
    description.environment = [
      Definition("AZIMUTH_SNAPSHOT", "the snapshot to read where --snapshot isn't given"),
      Definition("AZIMUTH_SERVICE_TAGS", "service tags to read where --service-tags isn't given"),
      Definition("NO_COLOR", "no colour, unless --color says otherwise"),
      Definition("COLUMNS", "the width that tables fit into on a terminal"),
    ]
    return description
  }

  static let version = "0.1.0"
  /// The day of the version.
  static let released = "2026-11-21"
}
