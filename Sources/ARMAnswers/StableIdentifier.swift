/// Identifiers in the form of a GUID where Azure's answers have random ones. The same text always gives the same
/// identifier, so that the same question has the same bytes for an answer.
enum StableIdentifier {
  /// - Complexity: O(length of the text).
  static func text(for text: String) -> String {
    // FNV-1a over 64 bits, twice with different seeds; nothing depends on its strength.
    let halves = [0xcbf2_9ce4_8422_2325 as UInt64, 0x9e37_79b9_7f4a_7c15].map { seed in
      text.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
    let digits = halves.map { half in
      let hex = String(half, radix: 16)
      return String(repeating: "0", count: 16 - hex.count) + hex
    }.joined()
    var groups: [Substring] = []
    var rest = Substring(digits)
    for length in [8, 4, 4, 4, 12] {
      groups.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return groups.joined(separator: "-")
  }
}
