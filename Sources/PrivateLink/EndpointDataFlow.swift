internal import AzureResources
internal import Estate
internal import JSONDocument

/// The bytes that went through an endpoint, by its newest recorded metrics.
///
/// - Source: Azure Monitor metrics `PEBytesIn` and `PEBytesOut` of `Microsoft.Network/privateEndpoints`.
struct EndpointDataFlow {
  private(set) var bytesIn = 0
  private(set) var bytesOut = 0
  /// The recorded time, in words.
  private(set) var span: String?

  /// nil where nobody asked for them.
  init?(_ estate: Estate, of endpoint: ResourceID) {
    let path = "\(endpoint.text)/providers/microsoft.insights/metrics".lowercased()
    let asked = estate.observations.filter { $0.status < 300 && $0.path.lowercased() == path }
    guard let newest = asked.max(by: { ($0.observedAt ?? "") < ($1.observedAt ?? "") }),
      let record = estate.text.value(at: newest.source),
      let metrics = record[newest.responseKey]?["value"]?.elements
    else { return nil }
    var isKnown = false
    for metric in metrics {
      let name = (metric["name"]?["value"] ?? metric["name"])?.text?.lowercased()
      let points = (metric["timeseries"]?.elements ?? []).flatMap { $0["data"]?.elements ?? [] }
      let sum = points.reduce(0) { $0 + Self.whole($1["total"] ?? $1["average"]) }
      switch name {
      case "pebytesin": bytesIn += sum
      case "pebytesout": bytesOut += sum
      default: continue
      }
      isKnown = true
    }
    guard isKnown else { return nil }
    span = record[newest.responseKey]?["timespan"]?.text.map { "in \($0)" } ?? newest.observedAt.map { "up to \($0)" }
  }

  private static func whole(_ value: JSONValue?) -> Int {
    switch value {
    case .integer(let number): Int(clamping: number)
    case .number(let number): Int(exactly: number.rounded()) ?? 0
    default: 0
    }
  }
}
