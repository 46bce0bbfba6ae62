/// How far an audit is.
public struct AuditProgress: Sendable, Hashable {
  public let done: Int
  public let total: Int
}
