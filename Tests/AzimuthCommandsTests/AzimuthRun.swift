import AzimuthCommands
import AzureFacts
import Glibc
import Synchronization
import TerminalText
import Testing

/// One run of the program in this process: what it printed and how it ended.
struct AzimuthRun: Sendable, Hashable {
  let words: [String]
  let output: String
  let error: String
  let code: Int32

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - words: Those after the program's name.
  ///   - fixture: The snapshot below `Tests/Fixtures`, or none.
  ///   - input: What standard input holds.
  ///   - columns: The width of a screen; nil where output goes to a pipe.
  init(
    _ words: [String], fixture: String? = "hub-and-spoke", input: String = "", columns: Int? = nil,
    environment: [String: String] = [:]
  ) async throws {
    var environment = environment
    if let fixture, !fixture.isEmpty { environment["AZIMUTH_SNAPSHOT"] = Paths.fixture(fixture) }
    let variables = environment
    let printed = Printed()
    let descriptor = try Self.descriptor(holding: input)
    defer { close(descriptor) }
    let device = columns.map { Terminal.Device.screen(columns: $0) } ?? .pipe
    let surroundings = Surroundings(
      environment: variables, standardInput: descriptor, today: Day("2026-11-21"),
      terminal: { _, colour in Terminal(device: device, environment: variables, colour: colour) },
      write: { stream, text in printed.add(text, to: stream) })
    code = await AzimuthProgram.run(words, in: surroundings)
    self.words = words
    output = Paths.withoutRoot(printed.text(.output))
    error = Paths.withoutRoot(printed.text(.error))
  }

  /// The run as a golden file holds it.
  var transcript: String {
    let line = words.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
    return "$ azimuth \(line)\n\(output)"
      + (error.isEmpty ? "" : "--- standard error\n\(error)") + "--- exit code \(code)\n"
  }

  private static func descriptor(holding text: String) throws -> Int32 {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0 && text.utf8.count <= 65536)
    var copy = text
    copy.withUTF8 { _ = write(ends[1], $0.baseAddress, $0.count) }
    close(ends[1])
    return ends[0]
  }

  private final class Printed: Sendable {
    private let texts = Mutex<[Surroundings.Stream: String]>([:])

    func add(_ text: String, to stream: Surroundings.Stream) { texts.withLock { $0[stream, default: ""] += text } }

    func text(_ stream: Surroundings.Stream) -> String { texts.withLock { $0[stream] ?? "" } }
  }
}
