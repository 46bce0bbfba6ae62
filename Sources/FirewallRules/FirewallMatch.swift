/// Whether a rule, or a part of one, covers a flow.
public enum FirewallMatch: Sendable, Hashable {
  case yes
  case no
  case unknown(FirewallGap)

  init(_ holds: Bool) { self = holds ? .yes : .no }

  /// Both: a certain no decides, whatever else is unknown.
  func and(_ other: @autoclosure () -> FirewallMatch) -> FirewallMatch {
    switch self {
    case .no: .no
    case .yes: other()
    case .unknown: other() == .no ? .no : self
    }
  }
}
