import Glibc
import JSONDocument
import Testing

@Suite("YAML text")
struct YAMLWriterTests {
  struct Sample: Sendable {
    let value: JSONValue
    let yaml: String
  }

  @Test(
    "Values are laid out in blocks as az prints them",
    arguments: [
      Sample(value: nil, yaml: "null\n"),
      Sample(value: [], yaml: "[]\n"),
      Sample(value: [:], yaml: "{}\n"),
      Sample(value: ["a": 1, "b": [], "c": [:], "d": nil], yaml: "a: 1\nb: []\nc: {}\nd: null\n"),
      Sample(
        value: ["value": [["name": "default", "prefixes": ["10.0.0.0/8"]], "x"]],
        yaml: "value:\n- name: default\n  prefixes:\n  - 10.0.0.0/8\n- x\n"),
      Sample(value: [[1, [2]], [true]], yaml: "- - 1\n  - - 2\n- - true\n"),
      Sample(value: ["a": ["b": ["c": false]]], yaml: "a:\n  b:\n    c: false\n"),
    ])
  func layout(sample: Sample) {
    #expect(YAMLWriter.text(sample.value) == sample.yaml)
  }

  @Test(
    "Text that some reader could take for something else is quoted",
    arguments: [
      "", "null", "Null", "~", "true", "No", "on", "y", "12", "1.5", "1e5", "0x1F", "0o7", "1_000", "12:30:45",
      "2026-11-21", ".inf", "-1", "- a", "a: b", "a #b", "#a", "*a", "&a", "!a", "%a", "@a", "`a`", "[a]", "{a}", "a,b",
      "? a", "| a", "> a", "=", "<<", "---", "...", " a", "a ", "\"a\"", "'a'", "line\nbreak", "tab\t", "\u{7F}",
      "\u{85}", "\u{2028}", "\u{FEFF}", "ü", "日本", "😀", "\u{0}", "\\",
    ])
  func quoted(text: String) {
    let yaml = YAMLWriter.text(.string(text))
    #expect(yaml.hasPrefix("\"") && yaml.hasSuffix("\"\n"))
    #expect(yaml.utf8.count { $0 == UInt8(ascii: "\n") } == 1, "a scalar stays in one line")
  }

  @Test(
    "Names, addresses and resource IDs stay bare",
    arguments: [
      "vm-web", "10.0.0.4", "10.0.0.0/8", "/subscriptions/0000/resourceGroups/rg", "VnetLocal", "Allow all traffic",
      "Microsoft.Network/virtualNetworks", "nothing", "_x",
    ])
  func bare(text: String) {
    #expect(YAMLWriter.text(.string(text)) == text + "\n")
  }

  @Test(
    "Numbers are written so that a reader of YAML 1.1 sees numbers",
    arguments: [(1e16, "1.0e+16\n"), (1.5, "1.5\n"), (1e-7, "1.0e-07\n"), (-2.5e300, "-2.5e+300\n"), (.nan, "null\n")])
  func numbers(number: Double, yaml: String) {
    #expect(YAMLWriter.text(.number(number)) == yaml)
  }

  @Test("A key too long to stand before its colon is announced by a question mark")
  func longKey() {
    let key = String(repeating: "k", count: 1200)
    #expect(YAMLWriter.text(.object(JSONObject([(key, 1)]))) == "? \"\(key)\"\n: 1\n")
  }

  @Test("Python's yaml reads every value back equal", .enabled(if: PythonYAML.isThere, "python3 has no yaml module"))
  func roundTrip() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomValues(generator: SplitMix64(seed: seed))
    let values = (0..<300).map { _ in random.value(depth: 4) } + [.array(RandomValues.texts.map { .string($0) })]
    let pairs = values.map { value in
      JSONValue.array([.string(YAMLWriter.text(value)), .string(JSONWriter.text(value, layout: .compact))])
    }
    #expect(try PythonYAML.differences(in: .array(pairs)) == "", "seed \(seed)")
  }
}

/// Values with all the kinds and texts that are hard to write.
private struct RandomValues {
  var generator: SplitMix64

  static let texts = [
    "", "null", "yes", "2026-11-21", "12:30", "1e5", "10.0.0.4", "a: b", "- x", "x #y", "line\n break\n", "\t", "\r",
    "\u{1B}[2J", "ü", "日本語", "😀", "\u{85}", "\u{2028}", "\u{FEFF}bom", "\u{7F}", "\\n", "\"", "'", "%", "@", "  lead",
    "trail  ", String(repeating: "long ", count: 300), "1.2.3", "1.2.3/", "=", "<<", "0b1", "+1", "1.", "plain words",
  ]

  mutating func value(depth: Int) -> JSONValue {
    switch Int.random(in: 0...(depth > 0 ? 7 : 5), using: &generator) {
    case 0: .null
    case 1: .bool(Bool.random(using: &generator))
    case 2: .integer(Int64.random(in: Int64.min...Int64.max, using: &generator))
    case 3: .number(Double(bitPattern: generator.next()))
    case 4, 5: .string(text())
    case 6: .array((0..<Int.random(in: 0...4, using: &generator)).map { _ in value(depth: depth - 1) })
    default: object(depth: depth)
    }
  }

  private mutating func object(depth: Int) -> JSONValue {
    var object = JSONObject()
    for index in 0..<Int.random(in: 0...4, using: &generator) {
      object[text() + String(index)] = .some(value(depth: depth - 1))
    }
    return .object(object)
  }

  private mutating func text() -> String {
    Self.texts[Int.random(in: 0..<Self.texts.count, using: &generator)]
  }
}

/// The reader that most scripts use.
private enum PythonYAML {
  static let isThere = (try? output(of: "python3 -c 'import yaml; print(1)' 2>/dev/null")) == "1\n"

  /// Pairs of YAML and JSON that don't read back alike, as Python prints them; empty where all do.
  static func differences(in pairs: JSONValue) throws -> String {
    let path = "/tmp/azimuth-yaml-\(getpid()).json"
    let file = try #require(fopen(path, "w"))
    fputs(JSONWriter.text(pairs), file)
    fclose(file)
    defer { unlink(path) }
    let script = """
      import json, yaml
      for text, wanted in json.load(open("\(path)")):
          read = yaml.safe_load(text)
          if json.dumps(read) != json.dumps(json.loads(wanted)): print(repr(text), wanted)
      """
    return try output(of: "python3 - 2>&1 <<'END'\n\(script)\nEND\n")
  }

  private static func output(of command: String) throws -> String {
    let pipe = try #require(popen(command, "r"))
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
