/// What of a packet a security rule looks at, its protocol and its source ports left out.
struct RuleSides: OptionSet, Sendable {
  let rawValue: UInt8

  static let destinationPorts = RuleSides(rawValue: 1)
  static let source = RuleSides(rawValue: 2)
  static let destination = RuleSides(rawValue: 4)

  /// Each alone.
  static let each: [RuleSides] = [.destinationPorts, .source, .destination]
}
