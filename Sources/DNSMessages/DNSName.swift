/// A name of DNS as this program writes it: in lower case and without a dot at its end.
///
/// - Source: RFC 1035 §2.3.3: names are compared without regard to the case of ASCII letters.
public enum DNSName {
  /// The most characters that a name has without the dot at its end (RFC 1035 §3.1).
  public static let maximumLength = 253

  /// The name in its one spelling.
  public static func folded(_ text: some StringProtocol) -> String {
    var bytes = Array(text.utf8)
    for index in bytes.indices where (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[index]) {
      bytes[index] |= 0x20
    }
    if bytes.count > 1, bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Why the text can't be asked for; nil for a name that can.
  public static func fault(in text: some StringProtocol) -> String? {
    let name = folded(text)
    if name.isEmpty || name == "." { return "it is empty" }
    if name.utf8.count > maximumLength { return "it is longer than \(maximumLength) characters" }
    for label in name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      if label.isEmpty { return "two dots have nothing between them" }
      if label.count > 63 { return "a part of it is longer than 63 characters" }
      if let odd = label.first(where: { !isAllowed($0) }) {
        let character = odd < 0x80 ? "\"\(Character(Unicode.Scalar(odd)))\"" : "a letter outside ASCII"
        return "\(character) can't stand in a host's name"
      }
    }
    return nil
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "*"):
      true
    default: false
    }
  }
}
