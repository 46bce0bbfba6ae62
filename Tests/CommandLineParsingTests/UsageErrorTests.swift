import CommandLineParsing
import TerminalText
import Testing

@Suite("Errors of a command line")
struct UsageErrorTests {
  struct Sample: Sendable {
    let line: String
    let kind: UsageError.Kind
    let text: String
  }

  static let samples = [
    Sample(
      line: "diagnoze a b", kind: .unknownCommand,
      text: """
        error: unknown command 'diagnoze'.
        Did you mean diagnose?
        Allowed: diagnose, flow, snapshot, help, completion.
        Help: azimuth --help

        """),
    Sample(
      line: "snapshot inof", kind: .unknownCommand,
      text: """
        error: unknown command 'inof' of 'azimuth snapshot'.
        Did you mean info?
        Allowed: info, merge.
        Help: azimuth snapshot --help

        """),
    Sample(
      line: "merge", kind: .unknownCommand,
      text: """
        error: unknown command 'merge'.
        Did you mean azimuth snapshot merge?
        Allowed: diagnose, flow, snapshot, help, completion.
        Help: azimuth --help

        """),
    Sample(
      line: "help diagnos", kind: .unknownCommand,
      text: """
        error: unknown command 'diagnos'.
        Did you mean diagnose?
        Allowed: diagnose, flow, snapshot, help, completion.
        Help: azimuth --help

        """),
    Sample(
      line: "snapshot", kind: .missingCommand,
      text: """
        error: 'azimuth snapshot' needs a command.
        Allowed: info, merge.
        Help: azimuth snapshot --help

        """),
    Sample(
      line: "diagnose a b --protcol udp", kind: .unknownOption,
      text: """
        error: unknown option '--protcol'.
        Did you mean --protocol?
        Help: azimuth diagnose --help

        """),
    Sample(
      line: "snapshot merge a --quux", kind: .unknownOption,
      text: """
        error: unknown option '--quux'.
        Allowed: --into, --tag, --help.
        Help: azimuth snapshot merge --help

        """),
    Sample(
      line: "-o json diagnose a b", kind: .unknownOption,
      text: """
        error: unknown option '-o' before the command; a command's options follow it.
        Allowed: --help, --version.
        Help: azimuth --help

        """),
    Sample(
      line: "diagnose a b -ojson --output table", kind: .repeatedOption,
      text: """
        error: option '--output' may be given only once.
        Help: azimuth diagnose --help

        """),
    Sample(
      line: "diagnose a b --protocol", kind: .missingValue,
      text: """
        error: option '--protocol' needs a value, tcp|udp|icmp.
        Allowed: tcp, udp, icmp.
        Help: azimuth diagnose --help

        """),
    Sample(
      line: "diagnose a b -g --verbose", kind: .missingValue,
      text: """
        error: option '--resource-group' needs a value, GROUP; a value that begins with '-' is written \
        --resource-group=--verbose.
        Help: azimuth diagnose --help

        """),
    Sample(
      line: "diagnose a b --explain=yes", kind: .unexpectedValue,
      text: """
        error: option '--explain' takes no value, but 'yes' was given.
        Help: azimuth diagnose --help

        """),
    Sample(
      line: "diagnose a b --protocol udb", kind: .invalidValue,
      text: """
        error: option '--protocol' can't be 'udb': it isn't one of the allowed values.
        Did you mean udp?
        Allowed: tcp, udp, icmp.
        Help: azimuth diagnose --help

        """),
    Sample(
      line: "snapshot info today", kind: .invalidValue,
      text: """
        error: argument 'DAY' can't be 'today': expected a whole number.
        Help: azimuth snapshot info --help

        """),
    Sample(
      line: "diagnose vm", kind: .missingArgument,
      text: """
        error: argument 'DESTINATION[:PORT]' is missing: Where it should go.
        Help: azimuth diagnose --help

        """),
    Sample(
      line: "snapshot merge", kind: .missingArgument,
      text: """
        error: argument 'PATH' is missing: The snapshots.
        Help: azimuth snapshot merge --help

        """),
    Sample(
      line: "flow vm", kind: .missingOption,
      text: """
        error: option '--direction inbound|outbound' is required: Which way the packet goes.
        Allowed: inbound, outbound.
        Help: azimuth flow --help

        """),
    Sample(
      line: "diagnose a b c d", kind: .extraArgument,
      text: """
        error: unexpected arguments 'c', 'd'; the command takes 2 arguments.
        Help: azimuth diagnose --help

        """),
    Sample(
      line: "flow vm other --direction inbound", kind: .extraArgument,
      text: """
        error: unexpected argument 'other'; the command takes one argument.
        Help: azimuth flow --help

        """),
    Sample(
      line: "diagnose a b --protocol icmp --port 3", kind: .refused,
      text: """
        error: icmp has no ports, but --port is 3.
        Help: azimuth diagnose --help

        """),
  ]

  @Test("Each fault says what is wrong, what is allowed and where to read on", arguments: samples)
  func text(sample: Sample) throws {
    let error = try #require(SampleProgram.error(sample.line))
    #expect(error.kind == sample.kind)
    #expect(error.text() == sample.text)
  }

  @Test("There is a case for every kind of fault")
  func complete() {
    #expect(Set(Self.samples.map(\.kind)) == Set(UsageError.Kind.allCases))
  }

  @Test("A wrong value from the environment names its variable")
  func environment() throws {
    let program = Program<SampleContext>(
      ProgramDescription(name: "azimuth", version: "1", released: "", summary: "A program."),
      commands: [.command(EnvironmentCommand.self)])
    guard case .fail(let error) = program.outcome(of: ["wait"], environment: ["WAIT_SECONDS": "soon"]) else {
      Issue.record("the value was taken")
      return
    }
    #expect(
      error.message
        == "environment variable 'WAIT_SECONDS', read for --seconds, can't be 'soon': expected a whole number"
    )
  }

  @Test("What the user wrote can't drive the terminal, and colour is drawn only where it is wanted")
  func hostile() throws {
    let error = try #require(SampleProgram.error("\u{1B}[2J"))
    #expect(error.text().hasPrefix("error: unknown command '\\u{1b}[2J'."))
    #expect(error.text(.ansi).hasPrefix("\u{1B}[1;31merror:\u{1B}[0m unknown command '\\u{1b}[2J'."))
  }

  private struct EnvironmentCommand: Command {
    static let name = "wait"
    static let summary = "Wait."
    @Option("How long", environment: "WAIT_SECONDS") var seconds: Int = 1
    func run(in context: SampleContext) async throws -> ExitCode { .success }
  }
}
