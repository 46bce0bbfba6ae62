internal import HybridConnectivity

/// The latest answer of one call, and whether it may be held against the others.
enum ObservedTable<Content: TableContent> {
  case usable(Observed<Content>)
  /// Nobody asked.
  case missing
  case failed(FailedObservation)
  /// Observed too long before the rest: the two aren't of one moment.
  case outdated(Observed<Content>)
  /// Of another circuit, or of the other path, as its addresses say.
  case foreign(Observed<Content>, reason: String)

  /// What may be read.
  var content: Content? { observed?.content }

  var observed: Observed<Content>? {
    guard case .usable(let observed) = self else { return nil }
    return observed
  }

  init(_ series: ObservationSeries<Content>, newest: Timestamp?) {
    switch series.state {
    case .missing: self = .missing
    case .failed(let failure): self = .failed(failure)
    case .observed(let observed):
      self = ObservationAge.isOutdated(observed.stamp, newest: newest) ? .outdated(observed) : .usable(observed)
    }
  }

  func refused(_ reason: (Content) -> String?) -> ObservedTable {
    guard case .usable(let observed) = self, let reason = reason(observed.content) else { return self }
    return .foreign(observed, reason: reason)
  }
}
