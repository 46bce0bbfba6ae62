public import JSONReading

/// One recorded ARM call and its answer.
public struct Observation: Sendable, Hashable {
  /// `GET` or `POST`, in capitals.
  public let method: String
  /// The call's path without query, as it was recorded.
  public let path: String
  /// The resource that was asked: the path without its action.
  public let resource: ResourceID?
  /// The action in lower case, such as `effectiveroutetable` or `arptables/primary`; empty for a plain GET.
  public let action: String
  /// The HTTP status; 200 where the record doesn't say.
  public let status: Int
  /// When the call was made, as recorded (UTC, ISO 8601); nil where the record doesn't say.
  public let observedAt: String?
  /// Where in the snapshot's text the whole record lies.
  public let source: SourceRange
  /// The key under which the record holds the answer.
  public let responseKey: String

  /// Reads `{"method", "path", "body", "status", "response", "observedAt"}`; nil for an object that has no path.
  package init?(_ json: JSONCursor, source: SourceRange) {
    guard let written = json["path"]?.string ?? json["url"]?.string else { return nil }
    method = json["method"]?.string?.uppercased() ?? "GET"
    var path = written.prefix { $0 != "?" }
    if let host = path.firstRange(of: "://") {
      path = path[host.upperBound...].drop { $0 != "/" }
    }
    self.path = String(path)
    status = Int(json["status"]?.integer ?? 200)
    observedAt = json["observedAt"]?.string
    self.source = source
    responseKey = "response"
    (resource, action) = Self.split(self.path)
  }

  /// An answer that stands under its resource's id in a file of answers, `{"<id>": {"value": [...]}}`.
  package init(resource: ResourceID, action: String, source: SourceRange) {
    method = "POST"
    path = "\(resource.text)/\(action)"
    self.resource = resource
    self.action = action.lowercased()
    status = 200
    observedAt = nil
    self.source = source
    responseKey = resource.text
  }

  /// Cuts a path into the resource asked and the action asked of it. Resources end after a name, so what follows the
  /// last complete pair of type and name is the action.
  package static func split(_ path: String) -> (resource: ResourceID?, action: String) {
    let segments = path.split(separator: "/", omittingEmptySubsequences: true)
    guard let provider = segments.lastIndex(where: { $0.lowercased() == "providers" }), provider + 1 < segments.count
    else { return (ResourceID(path), "") }
    let tail = segments[(provider + 2)...]
    let actions = ["arptables", "routetables", "routetablessummary"]
    if tail.first?.lowercased().hasPrefix("expressroutec") == true,
      let table = tail.lastIndex(where: { actions.contains($0.lowercased()) })
    {
      let owner = "/" + segments[..<table].joined(separator: "/")
      return (ResourceID(owner), segments[table...].joined(separator: "/").lowercased())
    }
    guard !tail.count.isMultiple(of: 2), let last = tail.last else { return (ResourceID(path), "") }
    return (ResourceID("/" + segments.dropLast().joined(separator: "/")), last.lowercased())
  }
}
