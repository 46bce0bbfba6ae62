internal import AzureResources
internal import Estate
internal import JSONDocument

/// What Azure Monitor and the activity log said, by resource.
struct MonitorRecords: Sendable {
  private var series: [ResourceID: [MetricSeries]] = [:]
  private var log: [ResourceID: [ActivityEvent]] = [:]

  init(_ estate: Estate, _ records: HybridRecords) {
    var owners = OwnerNames(estate)
    for json in records.metrics {
      if let owner = owners.canonical(Self.measured(json.text("id") ?? "")) {
        series[owner, default: []] += MetricSeries.all(of: json, resource: owner)
      }
    }
    for json in records.events { add(json, &owners) }
    for observation in estate.observations where (200..<300).contains(observation.status) {
      let isMetric = observation.action == "metrics"
      guard isMetric || observation.path.lowercased().contains("microsoft.insights/eventtypes") else { continue }
      guard let answer = estate.text.value(at: observation.source)?[observation.responseKey] else { continue }
      for json in answer.rows ?? [] {
        if isMetric, let owner = owners.canonical(Self.measured(observation.path)) {
          series[owner, default: []] += MetricSeries.all(of: json, resource: owner)
        } else if !isMetric {
          add(json, &owners)
        }
      }
    }
    log = log.mapValues { events in
      events.enumerated().sorted { left, right in
        let times = (left.element.time ?? Timestamp(seconds: .min), right.element.time ?? Timestamp(seconds: .min))
        return times.0 == times.1 ? left.offset < right.offset : times.0 < times.1
      }.map(\.element)
    }
  }

  func metrics(of resource: ResourceID) -> [MetricSeries] { series[resource] ?? [] }

  func events(of resource: ResourceID) -> [ActivityEvent] { log[resource] ?? [] }

  private mutating func add(_ json: JSONValue, _ owners: inout OwnerNames) {
    guard let event = ActivityEvent(json), let owner = owners.canonical(event.resource) else { return }
    log[owner, default: []].append(event)
  }

  /// The resource whose metric an id or path names: what stands before the monitor's own part.
  private static func measured(_ path: String) -> ResourceID? {
    guard let range = path.lowercased().firstRange(of: "/providers/microsoft.insights") else { return nil }
    return ResourceID(path[..<range.lowerBound])
  }
}
