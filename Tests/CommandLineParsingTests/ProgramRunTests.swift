import CommandLineParsing
import Synchronization
import TerminalText
import Testing

@Suite("A program's runs")
struct ProgramRunTests {
  /// What a run printed and returned.
  struct Run: Sendable, Hashable {
    var output = ""
    var error = ""
    var code: Int32 = 0
  }

  static func run(_ words: [String]) async -> Run {
    let record = Recorder()
    let console = Console(
      outputTerminal: .pipe, errorTerminal: .pipe, output: { record.output($0) }, error: { record.error($0) })
    let code = await SampleProgram.program.run(
      words, environment: [:], console: console, context: { SampleContext() },
      failure: { error in
        record.error("failed: \(error)\n")
        return ExitCode(rawValue: 4)
      })
    var run = record.run
    run.code = code.rawValue
    return run
  }

  @Test("A command's exit code is the program's")
  func command() async {
    #expect(await Self.run(["diagnose", "a", "b"]) == Run(code: 1))
    #expect(await Self.run(["snapshot", "info"]) == Run(code: 0))
  }

  @Test("Help goes to standard output, usage errors to standard error with code 2")
  func streams() async {
    #expect(await Self.run(["--version"]) == Run(output: "azimuth 0.1.0\n"))
    let failed = await Self.run(["diagnose"])
    #expect(failed.output == "")
    #expect(failed.error.hasPrefix("error: argument 'SOURCE' is missing"))
    #expect(failed.code == 2)
  }

  @Test("A usage error that a command throws names its help")
  func thrown() async {
    #expect(
      await Self.run(["diagnose", "nowhere", "b"])
        == Run(error: "error: 'nowhere' isn't in the snapshot.\nHelp: azimuth diagnose --help\n", code: 2))
  }

  @Test("Any other error is the program's to report")
  func failure() async {
    #expect(await Self.run(["diagnose", "broken", "b"]) == Run(error: "failed: SampleFailure()\n", code: 4))
  }

  @Test("The hidden word answers a shell")
  func complete() async {
    #expect(await Self.run(["__complete", "--", "sn"]) == Run(output: "snapshot\tLook into a snapshot.\n"))
  }

  private final class Recorder: Sendable {
    private let state = Mutex(Run())
    var run: Run { state.withLock { $0 } }
    func output(_ text: String) { state.withLock { $0.output += text } }
    func error(_ text: String) { state.withLock { $0.error += text } }
  }
}
