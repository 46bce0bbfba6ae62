internal import AzureResources
internal import JSONDocument

/// What a connection monitor tests: its pairs of ends, in the words of a connectivity check.
///
/// - Source: recorded monitors of 2017 to 2024: one source and one destination before 2020, lists of ends, test groups
///   and test configurations since.
struct ConnectionMonitor {
  /// A type that no estate needs beside its text.
  static let type = "Microsoft.Network/networkWatchers/connectionMonitors"

  /// The bodies of the connectivity checks that the monitor makes again and again, in its own order.
  let checks: [JSONValue]

  /// - Parameter json: The monitor as a resource.
  init(_ json: JSONValue) {
    let properties = json["properties"] ?? json
    let endpoints = Self.byName(properties["endpoints"])
    let configurations = Self.byName(properties["testConfigurations"])
    var checks: [JSONValue] = []
    for group in properties["testGroups"]?.elements ?? [] where group["disable"] != .bool(true) {
      for configuration in Self.named(group["testConfigurations"], in: configurations) {
        for source in Self.named(group["sources"], in: endpoints) {
          checks += Self.named(group["destinations"], in: endpoints).map { Self.check(source, $0, configuration) }
        }
      }
    }
    if checks.isEmpty, let source = properties["source"], let destination = properties["destination"] {
      checks = [Self.check(source, destination, nil)]
    }
    self.checks = checks
  }

  private static func byName(_ list: JSONValue?) -> [String: JSONValue] {
    let named = (list?.elements ?? []).compactMap { element in
      element["name"]?.text.map { ($0.lowercased(), element) }
    }
    return Dictionary(named) { first, _ in first }
  }

  private static func named(_ names: JSONValue?, in things: [String: JSONValue]) -> [JSONValue] {
    (names?.elements ?? []).compactMap { $0.text.flatMap { things[$0.lowercased()] } }
  }

  /// Before 2020 a destination's port stood with it, and the protocol was TCP.
  private static func check(
    _ source: JSONValue, _ destination: JSONValue, _ configuration: JSONValue?
  ) -> JSONValue {
    let transport = configuration?["protocol"]?.text ?? "Tcp"
    let settings = configuration?["tcpConfiguration"] ?? configuration?["httpConfiguration"]
    var end = JSONObject()
    let isResource = destination["resourceId"]?.text?.isEmpty == false
    for key in isResource ? ["resourceId"] : ["address"] { end[key] = destination[key] }
    if let port = settings?["port"] ?? destination["port"] { end["port"] = port }
    return [
      "source": ["resourceId": source["resourceId"] ?? .null], "destination": .object(end),
      "protocol": .string(transport),
    ]
  }
}
