import CommandLineParsing
import Testing
import TestSupport

@Suite("Lines written in any way")
struct RandomLineTests {
  @Test("However options are spelt and wherever they stand, the command gets the same values")
  func spelling() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let values = Values(&random)
      let words = values.words(&random)
      let notes = try await SampleProgram.notes(["diagnose"] + words)
      #expect(notes == values.notes, "seed \(seed): \(words)")
    }
  }

  @Test("No line of words stops the parser")
  func nonsense() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    let parts = [
      "-", "--", "=", "o", "output", "json", "diagnose", "snapshot", "info", "h", "", "é", "5", "port", "\0",
    ]
    for _ in 0..<2000 {
      let words = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        (0..<Int.random(in: 1...3, using: &random)).map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }
          .joined()
      }
      guard case .fail(let error) = SampleProgram.program.outcome(of: words, environment: [:]) else { continue }
      #expect(error.helpLine?.hasSuffix(" --help") == true, "seed \(seed): \(words)")
      #expect(error.message.last != ".", "seed \(seed): \(words)")
    }
  }

  /// What a line says, apart from how it says it.
  private struct Values {
    let source: String
    let destination: String
    let port: Int
    let output: OutputFormat
    let snapshots: [String]
    let isVerbose: Bool

    static let texts = ["a", "-", "-1", "a=b", "--x", "-o", "", "é", "x y"]

    init(_ random: inout SplitMix64) {
      func text() -> String { Self.texts[Int.random(in: 0..<Self.texts.count, using: &random)] }
      source = text()
      destination = text()
      port = Int.random(in: 1...9, using: &random)
      output = OutputFormat.allCases[Int.random(in: 0..<OutputFormat.allCases.count, using: &random)]
      snapshots = (0..<Int.random(in: 0...2, using: &random)).map { _ in text() }
      isVerbose = Bool.random(using: &random)
    }

    var notes: [String] {
      [
        "source=\(source)", "destination=\(destination)", "protocol=tcp", "port=\(port)", "explain=false",
        "snapshot=\(snapshots)", "output=\(output)", "group=-", "verbose=\(isVerbose)",
      ]
    }

    /// The values as words: options in any order and spelling before, between and after the arguments.
    func words(_ random: inout SplitMix64) -> [String] {
      var options = [Self.spelt("port", "p", "\(port)", &random), Self.spelt("output", "o", output.rawValue, &random)]
      if isVerbose { options.append(Bool.random(using: &random) ? ["-v"] : ["--verbose"]) }
      options.shuffle(using: &random)
      // The order of a repeatable option's values counts.
      options += snapshots.map { Self.spelt("snapshot", "s", $0, &random) }
      guard ![source, destination].contains(where: { $0.hasPrefix("-") && $0.count > 1 && $0 != "-1" }) else {
        return options.joined() + ["--", source, destination]
      }
      let first = Int.random(in: 0...options.count, using: &random)
      let second = Int.random(in: first...options.count, using: &random)
      return options[..<first].joined() + [source] + options[first..<second].joined() + [destination]
        + options[second...].joined()
    }

    private static func spelt(_ name: String, _ short: String, _ value: String, _ random: inout SplitMix64) -> [String]
    {
      let canStandAlone = !value.hasPrefix("-") || value == "-" || value == "-1"
      let spellings =
        [["--\(name)=\(value)"], ["-\(short)=\(value)"]]
        + (canStandAlone ? [["--\(name)", value], ["-\(short)", value]] : [])
        + (value.isEmpty || value.hasPrefix("=") ? [] : [["-\(short)\(value)"]])
      return spellings[Int.random(in: 0..<spellings.count, using: &random)]
    }
  }
}
