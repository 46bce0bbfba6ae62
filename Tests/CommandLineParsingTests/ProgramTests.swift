import CommandLineParsing
import Testing

@Suite("A program's outcomes")
struct ProgramTests {
  @Test(
    "Help is the same however it is asked for",
    arguments: [
      ("--help", []), ("-h", []), ("help", []), ("", []), ("help diagnose", ["diagnose"]),
      ("diagnose --help", ["diagnose"]), ("diagnose a --nonsense -h", ["diagnose"]), ("diagnose -vh", ["diagnose"]),
      ("snapshot --help", ["snapshot"]), ("help snapshot info", ["snapshot", "info"]),
      ("snapshot info --help", ["snapshot", "info"]), ("help help", ["help"]),
    ])
  func help(line: String, path: [String]) throws {
    guard case .print(let text) = SampleProgram.outcome(line) else {
      Issue.record("\(line) doesn't print")
      return
    }
    #expect(text == SampleProgram.program.help(for: path))
    #expect(text.hasPrefix((["Usage: azimuth"] + path).joined(separator: " ")))
  }

  @Test("A word after -- doesn't ask for help")
  func noHelp() throws {
    guard case .run(let invocation) = SampleProgram.outcome("diagnose a -- --help") else {
      Issue.record("the command isn't run")
      return
    }
    #expect(invocation.path == ["azimuth", "diagnose"])
  }

  @Test("The version is one line")
  func version() {
    guard case .print(let text) = SampleProgram.outcome("--version") else {
      Issue.record("nothing is printed")
      return
    }
    #expect(text == "azimuth 0.1.0\n")
  }

  @Test("The sample's declarations are sound")
  func sound() {
    #expect(SampleProgram.program.declarationFaults == [])
  }

  @Test("Declarations that can't work are found")
  func unsound() {
    let program = Program<SampleContext>(
      ProgramDescription(name: "p", version: "1", released: "", summary: "A program."),
      commands: [.command(FaultyCommand.self), .command(FaultyCommand.self)])
    let faults = [
      "p faulty: option '--output' is declared twice", "p faulty: option '--help' is declared twice",
      "p faulty: option '-o' is declared twice", "p faulty: option '-h' is declared twice",
      "p faulty: argument 'THIRD' is required, but stands after the optional 'SECOND'",
      "p faulty: argument 'LAST' stands after the repeatable 'MANY'", "p faulty: short name '-1' isn't a letter",
      "p faulty: there is no summary", "p faulty: 'FIRST' has no help", "p faulty: '--output' has no help",
    ]
    #expect(program.declarationFaults == ["p: command 'faulty' is declared twice"] + faults + faults)
  }

  private struct FaultyCommand: Command {
    static let name = "faulty"
    static let summary = ""
    @Argument("") var first: String
    @Argument("x") var second: String?
    @Argument("x") var third: String
    @Argument("x") var many: [String] = []
    @Argument("x") var last: String?
    @Option("x", short: "o") var output: String?
    @Option("", name: "output", short: "o") var again: String?
    @Flag("x", short: "h") var help: Bool
    @Flag("x", short: "1") var one: Bool
    func run(in context: SampleContext) async throws -> ExitCode { .success }
  }
}
