extension StringProtocol {
  /// Equality without regard to ASCII case, as ARM compares ids, types and keys.
  func matches(_ other: some StringProtocol) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8) { Self.fold($0) == Self.fold($1) }
  }

  /// Whether the text begins with `prefix`, without regard to ASCII case.
  func begins(with prefix: some StringProtocol) -> Bool {
    utf8.count >= prefix.utf8.count && zip(utf8, prefix.utf8).allSatisfy { Self.fold($0) == Self.fold($1) }
  }

  private static func fold(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
