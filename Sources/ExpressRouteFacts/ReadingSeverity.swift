/// How much a reading matters.
public enum ReadingSeverity: String, Sendable, Hashable, CaseIterable {
  case ok
  case info
  case warning
  case error
}
