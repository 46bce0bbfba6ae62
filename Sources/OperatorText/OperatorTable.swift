public import JSONDocument

/// A table, resource or error that somebody printed, in ARM's shape.
public struct OperatorTable: Sendable, Hashable {
  public let kind: Kind
  /// Rows under `value`, counters, a resource's properties, or an error; keys as they were printed.
  public let json: JSONValue
  /// The line at which it begins, from 1.
  public let line: Int
  /// The command that printed it, where the text shows it.
  public let command: OperatorCommand?

  /// What can be told by the names of columns.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case arpTable
    case routeTable
    case routeSummary
    case statistics
    /// Learned and announced routes have the same columns: the command tells which.
    case gatewayRoutes
    case bgpPeerStatus
    case circuit
    case peering
    /// Another resource, which says its id itself.
    case resource
    /// An error of Azure's.
    case failure
  }

  /// What people call it.
  public var title: String {
    switch kind {
    case .arpTable: "ARP table"
    case .routeTable: "route table"
    case .routeSummary: "route table summary"
    case .statistics: "statistics"
    case .gatewayRoutes: "gateway's routes"
    case .bgpPeerStatus: "BGP peer status"
    case .circuit: "circuit"
    case .peering: "peering"
    case .resource: "resource"
    case .failure: "error"
    }
  }

  public init(kind: Kind, json: JSONValue, line: Int, command: OperatorCommand?) {
    self.kind = kind
    self.json = json
    self.line = line
    self.command = command
  }
}
