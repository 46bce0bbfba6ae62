internal import Auditing
internal import Synchronization
internal import TerminalText

/// Shows on a terminal how far an audit is, in one line that is cleared at the end; elsewhere it prints nothing.
final class AuditProgressDisplay: Sendable {
  private let surroundings: Surroundings
  private let isShown: Bool
  private let percent = Mutex(-1)

  init(_ surroundings: Surroundings, _ colour: ColourChoice) {
    self.surroundings = surroundings
    isShown = surroundings.terminal(.error, colour).width != nil
  }

  func show(_ progress: AuditProgress) {
    guard isShown, progress.total > 0 else { return }
    let share = progress.done * 100 / progress.total
    percent.withLock { shown in
      guard share > shown else { return }
      shown = share
      surroundings.write(.error, "\rauditing: \(share) %")
    }
  }

  func clear() {
    percent.withLock { shown in
      if shown >= 0 { surroundings.write(.error, "\r\u{1b}[K") }
      shown = -1
    }
  }
}
