/// The AS numbers that a route came through, nearest first.
///
/// Circuits write them with blanks and an origin letter (`65515 I`), gateways with hyphens (`12076-64512`).
public struct ASPath: Sendable, Hashable {
  /// The path as it was read, without blanks around it.
  public let text: String
  /// The numbers, those of sets included.
  public let numbers: [UInt32]
  /// How long the path is where routers compare: a set counts once, an unreadable number too.
  public let length: Int
  /// `I`, `E` or `?`; nil where the path doesn't say.
  public let origin: Character?
  /// What is no number, such as one that was masked.
  public let unreadable: [String]

  public init(_ text: String) {
    var numbers: [UInt32] = []
    var unreadable: [String] = []
    var length = 0
    var origin: Character?
    var isInSet = false
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "-" || $0 == "," }) {
      let opens = word.hasPrefix("{") || word.hasPrefix("(")
      let closes = word.hasSuffix("}") || word.hasSuffix(")")
      let token = word.drop { $0 == "{" || $0 == "(" }.prefix { $0 != "}" && $0 != ")" }
      if opens { length += 1 }
      isInSet = isInSet || opens
      if let number = Self.number(token) {
        numbers.append(number)
        if !isInSet { length += 1 }
      } else if token.count == 1, let letter = token.first, "IEie?".contains(letter) {
        origin = letter
      } else if !token.isEmpty {
        unreadable.append(String(token))
        if !isInSet { length += 1 }
      }
      if closes { isInSet = false }
    }
    self.numbers = numbers
    self.unreadable = unreadable
    self.length = length
    self.origin = origin
    self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The neighbour that announced the route; nil for the router's own and where it can't be read.
  public var first: UInt32? { unreadable.isEmpty ? numbers.first : nil }

  /// The AS that the route came from.
  public var last: UInt32? { unreadable.isEmpty ? numbers.last : nil }

  /// The numbers with blanks between them, as a circuit's table shows them, without the origin's letter.
  public var numbersText: String { numbers.map(String.init).joined(separator: " ") }

  public func contains(_ number: UInt32) -> Bool { numbers.contains(number) }

  /// A number, also in the form `1.10` (high and low 16 bits).
  private static func number(_ token: Substring) -> UInt32? {
    if let number = UInt32(token) { return number }
    let halves = token.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count == 2, let high = UInt16(halves[0]), let low = UInt16(halves[1]) else { return nil }
    return UInt32(high) << 16 | UInt32(low)
  }
}
