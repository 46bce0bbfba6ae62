internal import CommandLineParsing
internal import Estate
internal import GraphDrawing
internal import Reporting
internal import SnapshotReading
internal import TerminalText

/// One run of a command: it loads the snapshot and prints.
struct Session {
  private let surroundings: Surroundings
  private let options: CommonOptions
  /// Whether the answer can be drawn as a picture.
  private let draws: Bool

  init(_ surroundings: Surroundings, _ options: CommonOptions, draws: Bool = false) {
    self.surroundings = surroundings
    self.options = options
    self.draws = draws
  }

  /// Whether people read the answer.
  var printsTable: Bool { options.output == .table }

  /// Whether the snapshot comes from standard input, which can be read only once.
  var readsStandardInput: Bool { options.snapshot.contains("-") }

  /// Whether a snapshot is given.
  var hasSnapshot: Bool { !options.snapshot.isEmpty }

  /// Loads another snapshot than the one that is given, to compare with.
  func estate(ofOther paths: [String]) throws -> Estate {
    do throws(SnapshotError) {
      return try SnapshotReader.read(paths, standardInput: surroundings.standardInput)
    } catch {
      throw CommandError(message: error.description, remedy: error.remedy)
    }
  }

  /// Loads the snapshot, if there is one, with texts that the user gave besides.
  func estate(adding additions: [SnapshotAddition]) throws -> Estate {
    do throws(SnapshotError) {
      return try SnapshotReader.read(options.snapshot, adding: additions, standardInput: surroundings.standardInput)
    } catch {
      throw CommandError(message: error.description, remedy: error.remedy)
    }
  }

  /// Loads the snapshot.
  func estate() throws -> Estate {
    guard draws || options.output != .svg else {
      throw UsageError("-o svg draws a path: `azimuth diagnose` and `azimuth expressroute verify` have one")
    }
    guard !options.snapshot.isEmpty else {
      throw CommandError(
        message: "no snapshot was given",
        remedy: "Name one with --snapshot PATH, or set AZIMUTH_SNAPSHOT: a file or folder that holds the output of"
          + " `az ... -o json`.")
    }
    guard options.snapshot.count(where: { $0 == "-" }) < 2 else {
      throw UsageError("standard input can be read only once")
    }
    do {
      // Of two tags with one name the first counts: a list that somebody names comes before the snapshot's own.
      for file in options.serviceTags { try checkServiceTags(file) }
      return try SnapshotReader.read(
        options.serviceTags + options.snapshot, standardInput: surroundings.standardInput)
    } catch let error as SnapshotError {
      throw CommandError(message: error.description, remedy: error.remedy)
    }
  }

  /// - Throws: where a file that somebody took for a list of service tags is none.
  private func checkServiceTags(_ file: String) throws {
    guard file != "-" else { throw UsageError("--service-tags takes a file, not standard input") }
    let remedy =
      "Download Azure's (\"Azure IP Ranges and Service Tags\"), or write one:"
      + " az network list-service-tags --location <region> -o json"
    do throws(SnapshotError) {
      guard try SnapshotReader.read([file]).serviceTags.isEmpty else { return }
    } catch {
      throw CommandError(message: error.description, remedy: remedy)
    }
    throw CommandError(message: "\(file) is no list of service tags", remedy: remedy)
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
  func print(_ report: any Report) {
    let text = report.rendered(as: options.output, for: surroundings.terminal(.output, options.color))
    if !text.isEmpty { surroundings.write(.output, text) }
  }

  /// Prints what can be drawn: as a picture where one is asked for, else like every answer.
  ///
  /// - Throws: `CommandError` where Graphviz is missing or fails.
  func print(drawn report: some DrawnReport) throws(CommandError) {
    guard options.output == .svg else {
      print(report)
      return
    }
    do throws(GraphvizError) {
      surroundings.write(.output, try Graphviz(searchPath: surroundings.environment["PATH"]).svg(of: report.graph))
    } catch {
      throw CommandError(message: error.description, remedy: error.remedy)
    }
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
