internal import AzureResources
internal import IPAddressing

/// The outer bounds of a security rule: most pairs of rules can be told apart by them alone, without a look at the sets.
///
/// Plain numbers, so that comparing all rules of a group with each other counts no references.
struct RuleOutline: Sendable {
  /// The outer bounds of one side.
  private enum Side: Sendable {
    case any
    /// Plain prefixes; those of IPv4 lie between the two, and there are none where the first is the greater.
    case between(UInt32, UInt32)
    case other

    init(_ scope: SecurityRuleScope) {
      switch scope {
      case _ where scope.isEverything: self = .any
      case .prefixes(let set):
        let ranges = set.v4.ranges
        self = .between(ranges.first?.lower.bits ?? 1, ranges.last?.upper.bits ?? 0)
      default: self = .other
      }
    }

    func mayCover(_ later: Side) -> Bool {
      switch (self, later) {
      case (.any, _): true
      case (_, .any), (.between, .other): false
      case (.between(let first, let last), .between(let start, let end)):
        start > end || (first <= start && end <= last)
      case (.other, _): true
      }
    }
  }

  private let transport: SecurityRuleProtocol
  private let ports: ClosedRange<UInt16>?
  private let source: Side
  private let destination: Side

  init(_ rule: SecurityRule) {
    transport = rule.transport
    let ranges = rule.destinationPorts.ranges
    ports = ranges.first.flatMap { first in ranges.last.map { first.lowerBound...$0.upperBound } }
    source = Side(rule.source)
    destination = Side(rule.destination)
  }

  /// The sides on which the rule certainly doesn't take all that a later one would; nil where it takes none of it, being
  /// of another protocol.
  func misses(_ later: RuleOutline) -> RuleSides? {
    guard transport == .any || transport == later.transport else { return nil }
    var misses: RuleSides = []
    if later.transport.canHavePorts, let own = later.ports {
      let isWithin = ports.map { $0.lowerBound <= own.lowerBound && own.upperBound <= $0.upperBound } ?? false
      if !isWithin { misses.insert(.destinationPorts) }
    }
    if !source.mayCover(later.source) { misses.insert(.source) }
    if !destination.mayCover(later.destination) { misses.insert(.destination) }
    return misses
  }
}
