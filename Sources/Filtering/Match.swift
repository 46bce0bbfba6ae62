/// Whether a part of a rule covers a flow. What the snapshot doesn't hold leaves it open.
public enum Match: Sendable, Hashable {
  case yes
  case no
  /// What would decide, in words, such as a service tag's prefixes.
  case unknown(String)

  init(_ holds: Bool) { self = holds ? .yes : .no }

  /// Both: a certain no decides, whatever else is unknown.
  func and(_ other: Match) -> Match {
    switch (self, other) {
    case (.no, _), (_, .no): .no
    case (.unknown, _): self
    default: other
    }
  }

  /// Either: a certain yes decides.
  func or(_ other: Match) -> Match {
    switch (self, other) {
    case (.yes, _), (_, .yes): .yes
    case (.unknown, _): self
    default: other
    }
  }
}
