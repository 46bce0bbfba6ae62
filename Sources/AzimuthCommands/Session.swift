internal import CommandLineParsing
internal import Estate
internal import Reporting
internal import SnapshotReading
internal import TerminalText

/// One run of a command: it loads the snapshot and prints.
struct Session {
  private let surroundings: Surroundings
  private let options: CommonOptions

  init(_ surroundings: Surroundings, _ options: CommonOptions) {
    self.surroundings = surroundings
    self.options = options
  }

  /// Whether people read the answer.
  var printsTable: Bool { options.output == .table }

  /// Loads the snapshot.
  func estate() throws -> Estate {
    guard !options.snapshot.isEmpty else {
      throw CommandError(
        message: "no snapshot was given",
        remedy: "Name one with --snapshot PATH, or set AZIMUTH_SNAPSHOT: a file or folder that holds the output of"
          + " `az ... -o json`.")
    }
    guard options.snapshot.count(where: { $0 == "-" }) < 2 else {
      throw UsageError("standard input can be read only once")
    }
    do throws(SnapshotError) {
      return try SnapshotReader.read(options.snapshot, standardInput: surroundings.standardInput)
    } catch {
      throw CommandError(message: error.description, remedy: error.remedy)
    }
  }

  /// The lines of standard input, of which the snapshot isn't one.
  func inputLines() throws -> [String] {
    guard !options.snapshot.contains("-") else {
      throw UsageError("standard input can't be both the snapshot and the list of IDs")
    }
    return Self.lines(try readInput())
  }

  /// All of standard input, of which the snapshot isn't a part.
  func inputBytes() throws -> [UInt8] {
    guard !options.snapshot.contains("-") else {
      throw UsageError("standard input can't be both the snapshot and the body")
    }
    return try readInput()
  }

  private func readInput() throws(CommandError) -> [UInt8] {
    guard let bytes = StandardInput.bytes(of: surroundings.standardInput) else {
      throw CommandError(message: "standard input can't be read")
    }
    return bytes
  }

  static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
      String(line.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }.filter { !$0.isEmpty }
  }

  /// Prints the answer.
  func print(_ report: some Report) {
    let text = report.rendered(as: options.output, for: surroundings.terminal(.output, options.color))
    if !text.isEmpty { surroundings.write(.output, text) }
  }

  /// Prints what there is to say about the answer, each thing once.
  func notify(_ notices: [Notice]) {
    guard !notices.isEmpty else { return }
    let colouring = surroundings.terminal(.error, options.color).colouring
    var seen: Set<Notice> = []
    let text = notices.filter { seen.insert($0).inserted }.map { $0.text(colouring) }.joined()
    surroundings.write(.error, text)
  }
}
