import JSONDocument
import Testing
import TestSupport

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
