/// A MAC address, whichever way it was written.
public struct MACAddress: Sendable, Hashable, CustomStringConvertible {
  /// The 48 bits.
  public let bits: UInt64

  /// Reads twelve hexadecimal digits with dots, colons or hyphens between them: `02cf.2b02.c22b`, `02:cf:2b:02:c2:2b`;
  /// nil for anything else.
  public init?(_ text: some StringProtocol) {
    let digits = text.utf8.filter { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "-") }
    guard digits.count == 12, let bits = UInt64(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
    self.bits = bits
  }

  /// As Microsoft's routers write it: `02cf.2b02.c22b`.
  public var description: String {
    let digits = String(bits, radix: 16)
    let padded = Array(String(repeating: "0", count: 12 - digits.count) + digits)
    return [0, 4, 8].map { String(padded[$0..<$0 + 4]) }.joined(separator: ".")
  }
}
