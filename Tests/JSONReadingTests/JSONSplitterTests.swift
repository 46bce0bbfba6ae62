import Testing

@testable import JSONReading

@Suite("Splitting JSON text")
struct JSONSplitterTests {
  static let keys: [JSONSplitter.EnvelopeKey] = [
    .init("azimuth", .any), .init("resources", .list), .init("value", .list),
  ]

  /// Splits `text` given in pieces of `size` bytes, as a reader of a file does.
  static func split(_ text: String, piece size: Int, limit: Int = 1 << 20) throws(JSONSyntaxError) -> [String] {
    var splitter = JSONSplitter(keys: keys, limit: limit)
    let all = Array(text.utf8)
    var carried: [UInt8] = []
    var position = 0
    var found: [String] = []
    repeat {
      carried += all[position..<min(position + size, all.count)]
      position = min(position + size, all.count)
      var elements: [JSONSplitter.Element] = []
      let outcome: Result<Int, JSONSyntaxError> = carried.withUnsafeBytes { bytes in
        do throws(JSONSyntaxError) {
          return .success(try splitter.split(bytes, position == all.count ? .end : .more, into: &elements))
        } catch {
          return .failure(error)
        }
      }
      let done = try outcome.get()
      for element in elements where element.role == .content {
        let key = element.key.map { "\(keys[$0].name):" } ?? ""
        found.append(key + String(decoding: carried[element.range], as: UTF8.self))
      }
      carried.removeFirst(done)
    } while position < all.count
    return found
  }

  struct Sample: Sendable {
    let name: String
    let text: String
    let elements: [String]
  }

  static let samples = [
    Sample(
      name: "array", text: #"[{"a":"]}\""}, {"b":[1,{}]} ,3]"#, elements: [#"{"a":"]}\""}"#, #"{"b":[1,{}]}"#, "3"]),
    Sample(name: "empty array", text: " [ ] ", elements: []),
    Sample(name: "one resource", text: #"{"id":"/x","value":[1]}"#, elements: [#"{"id":"/x","value":[1]}"#]),
    Sample(name: "JSON Lines", text: "{\"a\":1}\n{\"b\":2}\n", elements: [#"{"a":1}"#, #"{"b":2}"#]),
    Sample(
      name: "ARM list", text: #"{"nextLink":"x","Value":[{"a":1},{"b":2}],"count":2}"#,
      elements: [#"value:{"a":1}"#, #"value:{"b":2}"#]),
    Sample(
      name: "native", text: #"{"azimuth": 1, "resources": [{"id":"/x"}], "other": {"resources": [9]}}"#,
      elements: ["azimuth:1", #"resources:{"id":"/x"}"#]),
    Sample(
      name: "list of lists after one another", text: #"{"value":[1]}{"value":[2]}"#, elements: ["value:1", "value:2"]),
    Sample(
      name: "escapes at every place", text: #"[{"k\\":"\\\"}{"},"\\"]"#, elements: [#"{"k\\":"\\\"}{"}"#, #""\\""#]),
    Sample(name: "nothing", text: "  \n", elements: []),
  ]

  @Test("Each form gives its elements, whatever the size of the pieces", arguments: samples, [1, 2, 3, 7, 16, 1000])
  func forms(sample: Sample, piece: Int) throws {
    #expect(try Self.split(sample.text, piece: piece) == sample.elements, "\(sample.name)")
  }

  @Test(
    "Text that ends too early is an error, whatever the size of the pieces",
    arguments: ["[", "[{", #"[{"a":"b"#, #"{"value":[{}]"#, #"{"value":["#, #"{"a":"#, #"[{}"#, #"{"a""#], [1, 5, 100])
  func truncated(text: String, piece: Int) {
    #expect(throws: JSONSyntaxError.self) { try Self.split(text, piece: piece) }
  }

  @Test(
    "Missing separators and stray bytes are errors",
    arguments: ["[{} {}]", "[,]", "x", "[1}", #"{"value":[1 2]}"#, #"{"a" 1}"#])
  func malformed(text: String) {
    #expect(throws: JSONSyntaxError.self) { try Self.split(text, piece: 1000) }
  }

  @Test("An element above the limit is refused at its first byte, before it is read to its end")
  func tooLarge() {
    let text = #"[{"a":""# + String(repeating: "x", count: 10_000)
    #expect(throws: JSONSyntaxError(offset: 1, reason: .tooLarge(limitInBytes: 100))) {
      try Self.split(text, piece: 150, limit: 100)
    }
  }
}
