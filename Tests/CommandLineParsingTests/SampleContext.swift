import Synchronization

/// What the sample commands run in: they note what they were given.
final class SampleContext: Sendable {
  private let log = Mutex<[String]>([])

  /// Names that completion offers.
  let names = ["vm-web", "vm-worker", "VM-DB", "evil\u{1B}[2J", "vm-a:b", "vm-$(id)"]

  var notes: [String] { log.withLock { $0 } }

  func note(_ lines: [String]) { log.withLock { $0 += lines } }
}
