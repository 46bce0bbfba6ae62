/// Why and where a text isn't a set of ports.
public struct PortParseError: Error, Hashable, Sendable {
  /// The kinds of fault.
  public enum Reason: Hashable, Sendable {
    /// There is no text.
    case empty
    /// A character that can't stand here.
    case unexpectedCharacter
    /// Nothing stands before, between or after commas or dashes.
    case portMissing
    /// A port above 65535.
    case portOutOfRange
    /// A port of two or more digits that starts with 0.
    case leadingZero
    /// The end of a range lies before its start.
    case rangeReversed
  }

  /// The text that was read, cut to 60 characters.
  public let input: String

  /// What is wrong.
  public let reason: Reason

  /// Where it is wrong, in bytes of UTF-8 from the start of the text.
  public let offset: Int

  /// The number or character at the offset.
  private let found: String

  init(_ text: some StringProtocol, _ fault: PortFault) {
    let excerpt = TextExcerpt(text, at: fault.offset)
    input = excerpt.text
    found = excerpt.found
    reason = fault.reason
    offset = fault.offset
  }
}

extension PortParseError: CustomStringConvertible {
  /// One sentence with the text, what is wrong with it and where.
  public var description: String { "\(input.debugDescription) is not a set of ports: \(explanation)" }

  private var explanation: String {
    switch reason {
    case .empty: "the text is empty"
    case .unexpectedCharacter: "unexpected character \(String(found.prefix(1)).debugDescription) at offset \(offset)"
    case .portMissing: "a port is missing at offset \(offset)"
    case .portOutOfRange: "the port \(found) at offset \(offset) is above 65535"
    case .leadingZero: "the port \(found) at offset \(offset) starts with a zero"
    case .rangeReversed: "the end \(found) at offset \(offset) lies before the start"
    }
  }
}
