/// An Ethernet address, whichever way it is written: `02cf.2b02.c22b`, `02:cf:2b:02:c2:2b`, `02-CF-2B-02-C2-2B`.
public struct HardwareAddress: Sendable, Hashable, CustomStringConvertible {
  private let bits: UInt64

  /// nil for what is no address: another number of digits, other signs, `Incomplete`.
  public init?(_ text: some StringProtocol) {
    var digits = 0
    var bits: UInt64 = 0
    for byte in text.utf8 {
      if [UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-")].contains(byte) { continue }
      guard let value = Character(Unicode.Scalar(byte)).hexDigitValue, digits < 12 else { return nil }
      bits = bits << 4 | UInt64(value)
      digits += 1
    }
    guard digits == 12 else { return nil }
    self.bits = bits
  }

  /// The address as Azure writes it, `02cf.2b02.c22b`.
  public var description: String {
    let digits = String(bits, radix: 16)
    let padded = Array(String(repeating: "0", count: 12 - digits.count) + digits)
    return [0, 4, 8].map { String(padded[$0..<($0 + 4)]) }.joined(separator: ".")
  }
}
