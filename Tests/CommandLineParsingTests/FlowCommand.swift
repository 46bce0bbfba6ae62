import CommandLineParsing

struct FlowCommand: Command {
  static let name = "flow"
  static let summary = "Ask whether security rules let a packet through."

  @Argument("The virtual machine", completion: .names) var machine: String
  @Option("Which way the packet goes") var direction: Direction
  @OptionGroup var common: CommonOptions

  func run(in context: SampleContext) async throws -> ExitCode {
    context.note(["machine=\(machine)", "direction=\(direction)"])
    return .success
  }
}
