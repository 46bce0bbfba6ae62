import JSONDocument
import TestSupport

/// Values with all the kinds and texts that are hard to write.
struct RandomValues {
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
