import TestSupport
import Testing

@testable import JSONReading

@Suite("Walking over JSON by brackets and quotes")
struct JSONScannerTests {
  /// How many bytes the value takes that the text starts with; nil where it has no end.
  private func length(_ text: String) -> Int? {
    Array(text.utf8).withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes: bytes, isLast: false)
      do throws(JSONScanner.Stop) {
        try scanner.skipValue()
        return scanner.position
      } catch { return nil }
    }
  }

  @Test(
    "Containers end at their own bracket, not at one in a string",
    arguments: [
      ("{}", 2), ("[]", 2), ("[[],{}]", 7), (#"{"a":"}"} "#, 9), (#"["\""]x"#, 6), (#"["\\"]]"#, 6), (#"["\\\"]"]"#, 9),
      (#"{"a":[1,2,{"b":"]"}]}"#, 21),
    ])
  func containers(_ text: String, _ expected: Int) {
    #expect(length(text) == expected)
  }

  @Test("A container without end has none", arguments: ["{", "[[]", #"["]"#, #"{"a":"\"}"#])
  func open(_ text: String) {
    #expect(length(text) == nil)
  }

  @Test("64 bytes at a time gives what a walk byte by byte gives, wherever strings and escapes fall")
  func agreesWithWalk() {
    let seed = UInt64.random(in: 0..<1_000_000)
    print("scanner's texts: seed \(seed)")
    var random = SplitMix64(seed: seed)
    let parts = ["{", "}", "[", "]", "\"", "\\\\", "\\\"", "a", ",", ":", " ", "0123456789", "äöü", "\\\\\\\""]
    for _ in 0..<4000 {
      var text = Bool.random(using: &random) ? "[" : "{"
      for _ in 0..<Int.random(in: 0..<90, using: &random) {
        text += parts[Int.random(in: 0..<parts.count, using: &random)]
      }
      #expect(length(text) == Self.walk(Array(text.utf8)), "\(text)")
    }
  }

  /// The naive walk.
  private static func walk(_ bytes: [UInt8]) -> Int? {
    var (depth, isString, position) = (0, false, 0)
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\") where isString: position += 1
      case UInt8(ascii: "\""): isString.toggle()
      case UInt8(ascii: "{") where !isString, UInt8(ascii: "[") where !isString: depth += 1
      case UInt8(ascii: "}") where !isString, UInt8(ascii: "]") where !isString:
        depth -= 1
        if depth == 0 { return position + 1 }
      default: break
      }
      position += 1
    }
    return nil
  }
}
