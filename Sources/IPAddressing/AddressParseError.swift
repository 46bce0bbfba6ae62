/// Why and where a text isn't an address, a prefix or a range of addresses.
public struct AddressParseError: Error, Hashable, Sendable {
  /// The kinds of fault.
  public enum Reason: Hashable, Sendable {
    /// There is no text.
    case empty
    /// The text is longer than any address, prefix or range.
    case tooLong
    /// A character that can't stand here.
    case unexpectedCharacter
    /// Nothing stands before, between or after dots or colons.
    case emptyPart
    /// An octet above 255.
    case octetOutOfRange
    /// A group of more than four hexadecimal digits.
    case groupTooLong
    /// A decimal number of two or more digits that starts with 0; some programs would read it as octal.
    case leadingZero
    /// Fewer than four octets or eight groups.
    case tooFewParts
    /// More than four octets or eight groups, `::` standing for one group at least.
    case tooManyParts
    /// A second `::`.
    case repeatedElision
    /// An IPv6 zone such as `%eth0`.
    case zone
    /// Nothing after the `/`.
    case prefixLengthMissing
    /// A prefix length above 32 or 128.
    case prefixLengthOutOfRange
    /// Bits beyond the prefix length are set.
    case hostBitsSet
    /// The end of a range lies before its start.
    case rangeReversed
  }

  /// The text that was read, cut to 60 characters.
  public let input: String

  /// What is wrong.
  public let reason: Reason

  /// Where it is wrong, in bytes of UTF-8 from the start of the text.
  public let offset: Int

  let subject: AddressSubject

  /// The number or character at the offset.
  let found: String

  @usableFromInline init(_ text: some StringProtocol, as subject: AddressSubject, _ fault: AddressFault) {
    let excerpt = TextExcerpt(text, at: fault.offset)
    input = excerpt.text
    found = excerpt.found
    reason = fault.reason
    offset = fault.offset
    self.subject = subject
  }
}

extension AddressParseError: CustomStringConvertible {
  /// One sentence with the text, what is wrong with it and where.
  public var description: String { "\(input.debugDescription) is not \(subject): \(explanation)" }

  private var explanation: String {
    switch reason {
    case .empty: "the text is empty"
    case .tooLong: "it is longer than \(offset) bytes"
    case .unexpectedCharacter: "unexpected character \(String(found.prefix(1)).debugDescription) at offset \(offset)"
    case .emptyPart: "a number is missing at offset \(offset)"
    case .octetOutOfRange: "the octet \(found) at offset \(offset) is above 255"
    case .groupTooLong: "the group \(found) at offset \(offset) has more than four digits"
    case .leadingZero: "the number \(found) at offset \(offset) starts with a zero"
    case .tooFewParts: "it has too few parts and ends at offset \(offset)"
    case .tooManyParts: "it has too many parts from offset \(offset) on"
    case .repeatedElision: "a second \"::\" stands at offset \(offset)"
    case .zone: "it names a zone at offset \(offset), which has a meaning on one host only"
    case .prefixLengthMissing: "the length is missing at offset \(offset)"
    case .prefixLengthOutOfRange:
      "the length \(found) at offset \(offset) is above \(input.utf8.contains(UInt8(ascii: ":")) ? 128 : 32)"
    case .hostBitsSet: "the address at offset \(offset) has bits set beyond the length"
    case .rangeReversed: "the end at offset \(offset) lies before the start"
    }
  }
}
