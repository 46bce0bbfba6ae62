internal import JSONDocument

/// The answer that an observation recorded.
struct ObservedAnswer {
  private let status: Int
  private let json: JSONValue

  init(status: Int, json: JSONValue) {
    self.status = status
    self.json = json
  }

  /// Puts the table, or the error, into a series; what is neither goes to `others`. An operation that was only
  /// accepted (202) is no answer yet.
  func add<Content: TableContent>(
    to series: inout ObservationSeries<Content>, _ stamp: ObservationStamp, _ others: inout [ObservationStamp]
  ) {
    guard status != 202 else { return }
    if !(200..<300).contains(status) || json["error"] != nil {
      series.add(FailedObservation(stamp: stamp, status: status < 300 ? 400 : status, answer: json))
    } else if let content = Content(json) {
      series.add(Observed(stamp: stamp, content: content))
    } else {
      others.append(stamp)
    }
  }
}
