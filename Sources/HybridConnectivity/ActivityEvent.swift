public import AzureResources
internal import JSONDocument

/// An event of the activity log or of service health that concerns a resource.
public struct ActivityEvent: Sendable, Hashable {
  public let resource: ResourceID?
  public let time: Timestamp?
  /// `Administrative`, `ServiceHealth`, `ResourceHealth`, ...
  public let category: String?
  public let operationName: String?
  public let status: String?
  public let level: String?
  /// `Maintenance`, `Incident`, ... of service health.
  public let incidentType: String?
  public let title: String?
  public let text: String?
  /// Where a planned maintenance begins and ends.
  public let impactStart: Timestamp?
  public let impactEnd: Timestamp?

  /// nil where the value is no event.
  init?(_ json: JSONValue) {
    guard json["eventTimestamp"] != nil || json["operationName"] != nil else { return nil }
    let properties = json["properties"] ?? .null
    resource = (json.text("resourceId") ?? json.text("resourceUri")).flatMap { ResourceID($0) }
    time = json.text("eventTimestamp").flatMap { Timestamp($0) }
    category = Self.word(json, "category")
    operationName = Self.word(json, "operationName")
    status = Self.word(json, "status")
    level = json.text("level")
    incidentType = properties.text("incidentType")
    title = properties.text("title") ?? properties.text("defaultLanguageTitle")
    text =
      json.text("description") ?? properties.text("communication") ?? properties.text("details")
      ?? properties.text("statusMessage")
    impactStart = properties.text("impactStartTime").flatMap { Timestamp($0) }
    impactEnd = properties.text("impactMitigationTime").flatMap { Timestamp($0) }
  }

  /// Whether the event is about maintenance.
  public var isMaintenance: Bool {
    incidentType?.lowercased() == "maintenance"
      || [operationName, title, text].contains { $0?.lowercased().contains("maintenance") == true }
  }

  /// A text, or the value of Azure's pair of value and localized value.
  private static func word(_ json: JSONValue, _ key: String) -> String? {
    json.text(key) ?? json[key]?.text("value") ?? json[key]?.text("localizedValue")
  }
}
