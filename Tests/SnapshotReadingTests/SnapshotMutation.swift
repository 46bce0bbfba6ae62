/// Bytes of a snapshot on their way to something else.
struct SnapshotMutation {
  private(set) var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Changes the bytes in one of many ways.
  mutating func mutate(using random: inout some RandomNumberGenerator) {
    guard bytes.count > 4 else { return }
    switch Int.random(in: 0..<16, using: &random) {
    case 0: flipBits(using: &random)
    case 1: bytes.removeSubrange(range(upTo: bytes.count, using: &random))
    case 2: bytes.removeLast(Int.random(in: 1...bytes.count / 2, using: &random))
    case 3: duplicate(using: &random)
    case 4: bytes.insert(UInt8.random(in: 0...255, using: &random), at: position(using: &random))
    case 5...7: swapWords(using: &random)
    case 8...10: replaceNumber(using: &random)
    case 11...13: replaceWord(using: &random)
    default: nest(using: &random)
    }
  }

  private func position(using random: inout some RandomNumberGenerator) -> Int {
    Int.random(in: 0..<bytes.count, using: &random)
  }

  private func range(upTo limit: Int, using random: inout some RandomNumberGenerator) -> Range<Int> {
    let start = position(using: &random)
    return start..<min(bytes.count, start + Int.random(in: 1...min(limit, 200), using: &random))
  }

  private mutating func flipBits(using random: inout some RandomNumberGenerator) {
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      bytes[position(using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    }
  }

  private mutating func duplicate(using random: inout some RandomNumberGenerator) {
    let copied = Array(bytes[range(upTo: 200, using: &random)])
    bytes.insert(contentsOf: copied, at: position(using: &random))
  }

  /// The places of quoted words: keys and values alike.
  private var words: [Range<Int>] {
    let quotes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\"") }
    return stride(from: 0, to: quotes.count - 1, by: 2).map { quotes[$0] + 1..<quotes[$0 + 1] }
  }

  private mutating func swapWords(using random: inout some RandomNumberGenerator) {
    guard let first = words.randomElement(using: &random), let second = words.randomElement(using: &random),
      first.upperBound < second.lowerBound
    else { return }
    let (left, right) = (Array(bytes[first]), Array(bytes[second]))
    bytes.replaceSubrange(second, with: left)
    bytes.replaceSubrange(first, with: right)
  }

  private mutating func replaceNumber(using random: inout some RandomNumberGenerator) {
    let numbers = ["-1", "0", "33", "129", "256", "4294967296", "9223372036854775808", "1e999", "1.5", "00", "-"]
    let digits = bytes.indices.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[$0]) }
    guard let place = digits.randomElement(using: &random) else { return }
    bytes.replaceSubrange(place...place, with: Array((numbers.randomElement(using: &random) ?? "0").utf8))
  }

  private mutating func replaceWord(using random: inout some RandomNumberGenerator) {
    let texts = [
      "", "/", "10.0.0.0/33", "::/0", "0.0.0.0/0", "1.2.3.4/0", "id", "properties", "value", "path", "null", "\\u0000",
      "\\ud800", "Connected", "VirtualAppliance", "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/x/y/z",
      String(repeating: "x", count: 3000),
    ]
    guard let place = words.randomElement(using: &random) else { return }
    bytes.replaceSubrange(place, with: Array((texts.randomElement(using: &random) ?? "").utf8))
  }

  /// Puts a value of another kind, or a deep one, in the place of a word.
  private mutating func nest(using random: inout some RandomNumberGenerator) {
    let depth = Int.random(in: 1...80, using: &random)
    let values = [
      "null", "true", "[]", "{}", "7", "[null]", "{\"id\":null}",
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth),
      String(repeating: "{\"properties\":", count: depth) + "1" + String(repeating: "}", count: depth),
    ]
    guard let place = words.randomElement(using: &random) else { return }
    bytes.replaceSubrange(
      place.lowerBound - 1..<place.upperBound + 1, with: Array((values.randomElement(using: &random) ?? "null").utf8))
  }
}
