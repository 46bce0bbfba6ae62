internal import Findings

/// One check over a whole estate: a pure function of it.
protocol AuditCheck: Sendable {
  static var code: CheckCode { get }
  static func findings(in estate: AuditedEstate) -> [Finding]
}
