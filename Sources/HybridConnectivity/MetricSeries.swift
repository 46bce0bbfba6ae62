public import AzureResources
internal import JSONDocument

/// One metric of Azure Monitor, for one combination of its dimensions.
public struct MetricSeries: Sendable, Hashable {
  /// What was measured: a circuit, a port, a gateway, a connection.
  public let resource: ResourceID
  /// Such as `BgpAvailability`.
  public let metric: String
  public let unit: String?
  /// Dimensions in lower case, with their values: `peeringtype: Private`, `peer: Primary-IPv4`.
  public let dimensions: [String: String]
  /// In the answer's order, which is by time.
  public let points: [Point]

  /// One sample. What wasn't aggregated is nil: no sample, which is not zero.
  public struct Point: Sendable, Hashable {
    public let time: Timestamp?
    public let average: Double?
    public let minimum: Double?
    public let maximum: Double?
    public let total: Double?
    public let count: Double?

    /// The one value that the sample has: the average before the rest.
    public var value: Double? { average ?? total ?? maximum ?? minimum ?? count }
  }

  /// The path that a dimension names; spellings vary (`Primary-IPv4`, `Primary`), so that the word alone counts.
  public var path: DevicePath? {
    let values = dimensions.values.map { $0.lowercased() }
    return DevicePath.allCases.first { path in values.contains { $0.contains(path.rawValue) } }
  }

  /// The latest sample that has a value.
  public var latest: Point? { points.last { $0.value != nil } }

  /// All series of one metric of an answer.
  static func all(of metric: JSONValue, resource: ResourceID) -> [MetricSeries] {
    guard let name = metric["name"]?["value"]?.text ?? metric.text("name") else { return [] }
    return metric.list("timeseries").map { series in
      let pairs = series.list("metadatavalues").compactMap { pair -> (String, String)? in
        guard let name = pair["name"]?["value"]?.text, let value = pair.text("value") else { return nil }
        return (name.lowercased(), value)
      }
      let points = series.list("data").map { point in
        Point(
          time: point.text("timeStamp").flatMap { Timestamp($0) }, average: point.decimal("average"),
          minimum: point.decimal("minimum"), maximum: point.decimal("maximum"), total: point.decimal("total"),
          count: point.decimal("count"))
      }
      return MetricSeries(
        resource: resource, metric: name, unit: metric.text("unit"),
        dimensions: Dictionary(pairs) { first, _ in first }, points: points)
    }
  }
}
