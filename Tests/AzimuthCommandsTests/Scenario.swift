import Testing

/// A command line whose whole answer a golden file holds.
struct Scenario: Sendable, CustomTestStringConvertible {
  /// The golden file under the command's folder, without its ending.
  let name: String
  let line: String
  var fixture = "hub-and-spoke"
  var columns: Int?
  var input = ""

  init(_ name: String, _ line: String, fixture: String = "hub-and-spoke", columns: Int? = nil, input: String = "") {
    self.name = name
    self.line = line
    self.fixture = fixture
    self.columns = columns
    self.input = input
  }

  var testDescription: String { name }

  /// JSON is kept as it is printed; all else as a transcript with standard error and exit code.
  func check(in folder: String) async throws {
    let words = line.split(separator: " ").map(String.init)
    let run = try await AzimuthRun(words, fixture: fixture, input: input, columns: columns)
    let isJSON = line.contains("-o json") && run.error.isEmpty && run.code == 0
    Golden.check(isJSON ? run.output : run.transcript, "\(folder)/\(name).\(isJSON ? "json" : "txt")")
  }
}
