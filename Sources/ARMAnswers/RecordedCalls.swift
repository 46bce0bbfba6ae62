internal import AzureResources
internal import Estate
internal import JSONDocument

/// The calls that somebody made to Azure and whose answers the snapshot holds.
struct RecordedCalls {
  /// A call as it is looked up.
  struct Call {
    /// In capitals.
    let method: String
    let url: RequestURL
    let body: JSONValue?
  }

  private let estate: Estate

  init(_ estate: Estate) { self.estate = estate }

  /// The newest recorded answer to exactly this call: same method, path, query and body. A record that doesn't say
  /// what its body or query was matches any. That a call was accepted (202) counts where no answer to it was recorded.
  ///
  /// - Complexity: O(observations).
  func answer(_ call: Call) -> ARMResponse? {
    let path = call.url.path
    let (asked, action) = Observation.split(path)
    let resource = asked.flatMap { ResourceLocator(estate).locate($0) } ?? asked
    let matching = estate.observations.filter { observation in
      observation.method == call.method
        && (observation.path.matches(path)
          || (observation.action == action && observation.resource != nil && observation.resource == resource))
    }
    let newestFirst = matching.enumerated().sorted {
      ($0.element.status == 202 ? 0 : 1, $0.element.observedAt ?? "", $0.offset)
        > ($1.element.status == 202 ? 0 : 1, $1.element.observedAt ?? "", $1.offset)
    }
    for (_, observation) in newestFirst {
      guard let record = estate.text.value(at: observation.source), Self.asksTheSame(record, call) else { continue }
      return ARMResponse(observation.status, record[observation.responseKey] ?? .null)
    }
    return nil
  }

  private static func asksTheSame(_ record: JSONValue, _ call: Call) -> Bool {
    if let body = record["body"], body != .null, !isEqual(body, call.body ?? .null) { return false }
    let written = RequestURL(record["path"]?.text ?? record["url"]?.text ?? "")
    let recorded = parameters(written)
    return recorded.isEmpty || recorded == parameters(call.url)
  }

  /// The query without what changes from client to client.
  private static func parameters(_ url: RequestURL) -> [String: String] {
    let telling = url.parameters.filter { !$0.name.matches("api-version") }
    return Dictionary(telling.map { ($0.name.lowercased(), $0.value.lowercased()) }) { first, _ in first }
  }

  /// Whether two bodies say the same: keys and texts without regard to case, nulls as good as absent.
  private static func isEqual(_ left: JSONValue, _ right: JSONValue) -> Bool {
    switch (left, right) {
    case (.string(let left), .string(let right)): return left.matches(right)
    case (.array(let left), .array(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { isEqual($0, $1) }
    case (.object(let left), .object(let right)):
      let keys = (left.members + right.members).map(\.key)
      return keys.allSatisfy { isEqual(left[$0] ?? .null, right[$0] ?? .null) }
    default: return left == right
    }
  }
}
