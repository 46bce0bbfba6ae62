/// Durations in the two dialects of Azure's answers.
///
/// - Source: ExpressRoute semantics F.3.
public enum RouterDuration {
  /// Seconds of a router's `mm:ss`, `hh:mm:ss`, `1d02h`, `8w4d`, `1y2w`, and of .NET's `[d.]hh:mm:ss[.fffffff]`; nil
  /// for `never` and anything else.
  public static func seconds(_ text: some StringProtocol) -> Int64? {
    text.contains(":") ? clock(String(text)) : units(String(text))
  }

  private static func clock(_ text: String) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    var numbers: [Int64] = []
    var days: Int64 = 0
    for (place, part) in parts.enumerated() {
      var digits = part
      if place == 0, let dot = part.firstIndex(of: ".") {
        guard let read = Int64(part[..<dot]) else { return nil }
        days = read
        digits = part[part.index(after: dot)...]
      } else if place == parts.count - 1, let dot = part.firstIndex(of: ".") {
        digits = part[..<dot]
      }
      guard let number = Int64(digits), number >= 0 else { return nil }
      numbers.append(number)
    }
    return days * 86_400 + numbers.reduce(0) { $0 * 60 + $1 }
  }

  private static func units(_ text: String) -> Int64? {
    let lengths: [Character: Int64] = ["y": 31_536_000, "w": 604_800, "d": 86_400, "h": 3600, "m": 60, "s": 1]
    var sum: Int64 = 0
    var digits = ""
    for character in text.lowercased() {
      if character.isWholeNumber {
        digits.append(character)
      } else {
        guard let length = lengths[character], let number = Int64(digits) else { return nil }
        sum += number * length
        digits = ""
      }
    }
    return digits.isEmpty && !text.isEmpty ? sum : nil
  }
}
