import JSONDocument
import Testing

@testable import JSONReading

@Suite("JSON reading")
struct JSONParserTests {
  @Test("A text becomes a tree with its keys in order")
  func tree() throws {
    let text = #"{"b": [1, -2, 18446744073709551615, 1.5, true, false, null, "é\n\u00fc"], "a": {"A": 1}}"#
    let value = try JSONParser.value(of: Array(text.utf8))
    #expect(value.members?.members.map(\.key) == ["b", "a"])
    #expect(
      value["b"]?.elements == [
        1, -2, .number(18_446_744_073_709_551_616), .number(1.5), true, false, nil, "é\nü",
      ])
    #expect(value["A"]?["a"] == 1)
  }

  struct Fault: Sendable {
    let text: String
    let offset: Int
    let reason: JSONSyntaxError.Reason
  }

  @Test(
    "A fault is named with its byte",
    arguments: [
      Fault(text: "", offset: 0, reason: .empty),
      Fault(text: #"{"a": "#, offset: 6, reason: .unexpectedEnd),
      Fault(text: #"{"a": 1"#, offset: 7, reason: .unexpectedEnd),
      Fault(text: #"{"a" 1}"#, offset: 5, reason: .unexpectedByte(UInt8(ascii: "1"))),
      Fault(text: #"{"a": 01}"#, offset: 8, reason: .invalidNumber),
      Fault(text: #"["\x"]"#, offset: 2, reason: .invalidEscape),
      Fault(text: "[\"a\u{1}\"]", offset: 3, reason: .controlCharacterInString),
      Fault(text: "[1] 2", offset: 4, reason: .trailingText),
      Fault(text: "[nul]", offset: 4, reason: .unexpectedByte(UInt8(ascii: "]"))),
      Fault(text: #"{"a": {1}}"#, offset: 7, reason: .unexpectedByte(UInt8(ascii: "1"))),
    ])
  func faults(fault: Fault) {
    #expect(throws: JSONSyntaxError(offset: fault.offset, reason: fault.reason)) {
      try JSONParser.value(of: Array(fault.text.utf8))
    }
  }

  @Test("Invalid UTF-8 is named with its byte")
  func invalidUTF8() {
    #expect(throws: JSONSyntaxError(offset: 6, reason: .invalidUTF8)) {
      try JSONParser.value(of: Array(#"{"a":""#.utf8) + [0xff, 0xfe] + Array(#""}"#.utf8))
    }
  }

  @Test("A hundred levels of nesting are refused at the level where the limit is passed")
  func depth() {
    let text = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(throws: JSONSyntaxError(offset: JSONParser.maximumDepth, reason: .tooDeep)) {
      try JSONParser.value(of: Array(text.utf8))
    }
  }

  @Test("Cursors find keys without regard to case, and give nil for null, absent and other kinds")
  func cursor() throws {
    let text = Array(#"{"PrivateIpAddress": "10.0.0.4", "n": null, "f": "True", "i": "42", "[": 1}"#.utf8)
    guard var parser = JSONParser() else {
      Issue.record("no memory for a parser")
      return
    }
    try (text + [UInt8](repeating: 0, count: JSONParser.padding)).withUnsafeBytes { bytes in
      try parser.withValue(in: UnsafeRawBufferPointer(rebasing: bytes[..<text.count])) { json in
        #expect(json["privateIPAddress"]?.string == "10.0.0.4")
        #expect(json["n"] == nil)
        #expect(json["absent"] == nil)
        #expect(json["f"]?.bool == true)
        #expect(json["i"]?.integer == 42)
        #expect(json["{"] == nil)
        #expect(json["f"]?["x"] == nil)
        #expect(Array(json.elements).isEmpty)
      }
    }
  }
}
