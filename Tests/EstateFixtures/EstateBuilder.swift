public import Estate
public import JSONDocument
internal import SnapshotReading

/// Builds small estates for tests, as ARM JSON that is then read like any snapshot.
///
/// Things are named shortly: `hub` is a network, `hub/app` a subnet, `vm` a machine whose NIC is `vm-nic`. Every
/// resource, children too, is one of its own, so that `set` can change any property afterwards.
public struct EstateBuilder {
  public static let group = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/lab"

  private var resources = JSONObject()
  var observations: [JSONValue] = []

  public init() {}

  /// The id of a resource, such as `id("virtualNetworks", "hub")`; types without a provider are of `Microsoft.Network`.
  public static func id(_ type: String, _ name: String) -> String {
    let provider = type.contains("/") && type.hasPrefix("Microsoft") ? "" : "Microsoft.Network/"
    return "\(group)/providers/\(provider)\(type)/\(name)"
  }

  /// The snapshot as text.
  public var text: String {
    let elements = resources.members.map(\.value)
    return JSONWriter.text(["azimuth": 1, "resources": .array(elements), "observations": .array(observations)])
  }

  public func estate() throws -> Estate { try SnapshotReader.read(text: text) }

  /// Adds a resource, or replaces the one with its id.
  public mutating func add(_ id: String, _ properties: JSONObject, _ others: [(String, JSONValue)] = []) {
    let name = id.split(separator: "/").last.map(String.init) ?? ""
    resources[id] = .object(
      JSONObject([("id", .string(id)), ("name", .string(name))] + others + [("properties", .object(properties))]))
  }

  /// Records an ARM call and its answer.
  public mutating func observe(_ id: String, _ action: String, _ response: JSONValue, body: JSONValue = .null) {
    observations.append([
      "method": "POST", "path": .string("\(id)/\(action)"), "body": body, "status": 200, "response": response,
    ])
  }

  /// Forgets every recorded call.
  public mutating func forget() { observations = [] }

  /// Adds a service tag as Azure's own file describes it.
  public mutating func addServiceTag(_ name: String, _ prefixes: [String]) {
    resources["service tag \(name)"] = [
      "name": .string(name), "properties": ["addressPrefixes": Self.list(prefixes)],
    ]
  }

  /// Changes one property of a resource; nil removes it.
  public mutating func set(_ id: String, _ property: String, _ value: JSONValue?) {
    guard var resource = resources[id]?.members, var properties = resource["properties"]?.members else {
      preconditionFailure("no resource \(id)")
    }
    properties[property] = value
    resource["properties"] = .object(properties)
    resources[id] = .object(resource)
  }

  /// Writes the name of a resource's SKU, such as `Standard`.
  public mutating func setSKU(_ id: String, _ name: String) {
    guard var resource = resources[id]?.members else { preconditionFailure("no resource \(id)") }
    resource["sku"] = ["name": .string(name)]
    resources[id] = .object(resource)
  }

  /// Removes a resource.
  public mutating func remove(_ id: String) { resources[id] = nil }

  public func contains(_ id: String) -> Bool { resources[id] != nil }

  static func reference(_ id: String) -> JSONValue { ["id": .string(id)] }

  static func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
