internal import AzureResources
internal import Estate
internal import JSONDocument

/// What Azure Monitor counted at a private endpoint, where its answer was recorded.
struct EndpointMetrics {
  private(set) var bytesIn: Int?
  private(set) var bytesOut: Int?

  /// The sums of `PEBytesIn` and `PEBytesOut` over what was recorded.
  ///
  /// - Complexity: O(observations).
  init(of endpoint: ResourceID, _ estate: Estate) {
    let lead = endpoint.text.lowercased() + "/"
    for observation in estate.observations {
      let path = observation.path.lowercased()
      guard path.hasPrefix(lead), path.hasSuffix("microsoft.insights/metrics"),
        let response = estate.text.value(at: observation.source)?[observation.responseKey]
      else { continue }
      for metric in response["value"]?.elements ?? [] {
        let name = metric["name"]?["value"]?.text ?? metric["name"]?.text ?? ""
        let rows = metric["timeseries"]?.elements?.flatMap { $0["data"]?.elements ?? [] } ?? []
        let sum = rows.compactMap { Self.number($0["total"] ?? $0["average"]) }.reduce(0, +)
        switch name.lowercased() {
        case "pebytesin": bytesIn = (bytesIn ?? 0) + sum
        case "pebytesout": bytesOut = (bytesOut ?? 0) + sum
        default: continue
        }
      }
    }
  }

  private static func number(_ value: JSONValue?) -> Int? {
    switch value {
    case .integer(let number)?: Int(exactly: number)
    case .number(let number)? where number.isFinite && abs(number) < 1e18: Int(number)
    default: nil
    }
  }
}
