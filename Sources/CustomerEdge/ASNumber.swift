/// AS numbers as routers write them.
enum ASNumber {
  /// `65001` or, in asdot notation (RFC 5396), `1.10`; nil for anything else.
  static func value(_ text: some StringProtocol) -> UInt32? {
    if let number = UInt32(text) { return number }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let high = UInt16(parts[0]), let low = UInt16(parts[1]) else { return nil }
    return UInt32(high) << 16 | UInt32(low)
  }

  /// The numbers of a path, nearest first; sets lose their braces, and the origin at the end isn't one.
  static func path(_ text: some StringProtocol) -> [UInt32] {
    text.split { " {},-()".contains($0) }.compactMap { value($0) }
  }
}
