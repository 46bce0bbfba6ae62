/// What one call was answered over time, oldest first.
public struct ObservationSeries<Content: Sendable>: Sendable {
  public private(set) var observed: [Observed<Content>] = []
  public private(set) var failures: [FailedObservation] = []

  /// What is known now.
  public enum State: Sendable {
    /// Nobody asked, or the record has no answer: unknown, which is not an empty table.
    case missing
    /// Azure answered with an error, and has not given a table since.
    case failed(FailedObservation)
    case observed(Observed<Content>)
  }

  public init() {}

  /// The latest table. An error counts where it is newer than every table and says that there is no such peering;
  /// others (rights, throttling) hide no table.
  public var state: State {
    guard let latest = observed.last else { return failures.last.map { .failed($0) } ?? .missing }
    if let failure = failures.last, failure.saysPeeringIsMissing, latest.stamp.precedes(failure.stamp) {
      return .failed(failure)
    }
    return .observed(latest)
  }

  /// The latest table; nil where `state` has none.
  public var latest: Observed<Content>? {
    guard case .observed(let latest) = state else { return nil }
    return latest
  }

  /// The table before the latest.
  public var previous: Observed<Content>? { observed.count > 1 ? observed[observed.count - 2] : nil }

  /// The error that `state` is.
  public var failure: FailedObservation? {
    guard case .failed(let failure) = state else { return nil }
    return failure
  }

  /// Whether nobody asked.
  public var isMissing: Bool { observed.isEmpty && failures.isEmpty }

  /// The series as it was at a moment: without what was observed later, or without saying when.
  public func asOf(_ moment: Timestamp) -> ObservationSeries {
    var series = ObservationSeries()
    series.observed = observed.filter { $0.stamp.observedAt.map { $0 <= moment } ?? false }
    series.failures = failures.filter { $0.stamp.observedAt.map { $0 <= moment } ?? false }
    return series
  }

  mutating func add(_ observation: Observed<Content>) {
    let place = observed.lastIndex { !observation.stamp.precedes($0.stamp) }.map { $0 + 1 } ?? 0
    observed.insert(observation, at: place)
  }

  mutating func add(_ failure: FailedObservation) {
    let place = failures.lastIndex { !failure.stamp.precedes($0.stamp) }.map { $0 + 1 } ?? 0
    failures.insert(failure, at: place)
  }
}

extension ObservationSeries: Equatable where Content: Equatable {}
extension ObservationSeries.State: Equatable where Content: Equatable {}
