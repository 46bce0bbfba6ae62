internal import JSONDocument

/// Why a connectivity check fails, as far as configuration tells.
///
/// - Source: routing semantics G-007 to G-011; facts §7.
struct ConnectivityIssue {
  /// Whose fault it is: the host's own, or that of the rules and routes for one direction.
  enum Origin: String {
    case local = "Local"
    case inbound = "Inbound"
    case outbound = "Outbound"
  }

  enum Kind: String {
    case networkSecurityRule = "NetworkSecurityRule"
    case userDefinedRoute = "UserDefinedRoute"
    case routeMissing = "RouteMissing"
  }

  let origin: Origin
  let kind: Kind
  let context: [(key: String, value: String)]

  init(_ origin: Origin, _ kind: Kind, _ context: [(key: String, value: String)] = []) {
    self.origin = origin
    self.kind = kind
    self.context = context
  }

  /// A route that leads nowhere; Azure says so of its own routes too, and tells them by their type.
  static func route(isUser: Bool) -> ConnectivityIssue {
    ConnectivityIssue(.outbound, .userDefinedRoute, [("RouteType", isUser ? "User" : "Default")])
  }

  var json: JSONValue {
    [
      "origin": .string(origin.rawValue), "severity": "Error", "type": .string(kind.rawValue),
      "context": .array(context.map { ["key": .string($0.key), "value": .string($0.value)] }),
    ]
  }
}
