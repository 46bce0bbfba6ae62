import Testing

@testable import CommandLineParsing

@Suite("Options and arguments among words")
struct CommandLineScannerTests {
  typealias Token = CommandLineScanner.Token

  static let inputs = InputSlot.slots(of: DiagnoseCommand()).map(\.input)

  static func index(_ name: String) -> Int {
    inputs.firstIndex { $0.name == name } ?? -1
  }

  struct Sample: Sendable {
    let words: [String]
    let tokens: [Token]
  }

  static let samples = [
    Sample(
      words: ["a", "--port", "1", "b"], tokens: [.argument("a"), .value(index: index("port"), "1"), .argument("b")]),
    Sample(words: ["--port=1"], tokens: [.value(index: index("port"), "1")]),
    Sample(words: ["--port="], tokens: [.value(index: index("port"), "")]),
    Sample(words: ["--port=a=b"], tokens: [.value(index: index("port"), "a=b")]),
    Sample(words: ["-o", "json"], tokens: [.value(index: index("output"), "json")]),
    Sample(words: ["-ojson"], tokens: [.value(index: index("output"), "json")]),
    Sample(words: ["-o=json"], tokens: [.value(index: index("output"), "json")]),
    Sample(words: ["-ve"], tokens: [.flag(index: index("verbose")), .flag(index: index("explain"))]),
    Sample(
      words: ["-veojson"],
      tokens: [
        .flag(index: index("verbose")), .flag(index: index("explain")), .value(index: index("output"), "json"),
      ]),
    Sample(words: ["-"], tokens: [.argument("-")]),
    Sample(words: ["-5"], tokens: [.argument("-5")]),
    Sample(words: ["-s", "-"], tokens: [.value(index: index("snapshot"), "-")]),
    Sample(words: ["--port", "-5"], tokens: [.value(index: index("port"), "-5")]),
    Sample(words: ["--", "--port", "-o", "--"], tokens: [.argument("--port"), .argument("-o"), .argument("--")]),
    Sample(words: ["--port", "--"], tokens: [.missingValue(index: index("port"), next: "--")]),
    Sample(words: ["--port"], tokens: [.missingValue(index: index("port"), next: nil)]),
    Sample(
      words: ["--port", "-v"],
      tokens: [
        .missingValue(index: index("port"), next: "-v"), .flag(index: index("verbose")),
      ]),
    Sample(words: ["--explain=yes"], tokens: [.unexpectedValue(index: index("explain"), "yes")]),
    Sample(words: ["--what"], tokens: [.unknown("--what")]),
    Sample(words: ["--source", "x"], tokens: [.unknown("--source"), .argument("x")]),
    Sample(words: ["-xv"], tokens: [.unknown("-xv")]),
    Sample(words: ["-output", "json"], tokens: [.unknown("-output"), .argument("json")]),
    Sample(words: ["-vh"], tokens: [.flag(index: index("verbose")), .help]),
    Sample(words: ["--help"], tokens: [.help]),
    Sample(words: ["--help=x"], tokens: [.unknown("--help")]),
    Sample(words: ["", "ü"], tokens: [.argument(""), .argument("ü")]),
  ]

  @Test("Each way to write an option is understood", arguments: samples)
  func tokens(sample: Sample) {
    #expect(CommandLineScanner(sample.words[...], inputs: Self.inputs).tokens == sample.tokens)
  }
}
