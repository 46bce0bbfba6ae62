internal import Synchronization

/// Counts the steps of an audit and tells of each.
final class StepCounter: Sendable {
  private let total: Int
  private let done = Mutex(0)
  private let report: @Sendable (AuditProgress) -> Void

  init(of total: Int, _ report: @escaping @Sendable (AuditProgress) -> Void) {
    self.total = total
    self.report = report
  }

  func finish() {
    done.withLock { done in
      done += 1
      report(AuditProgress(done: done, total: total))
    }
  }
}
