public import IPAddressing
package import JSONDocument

/// The BGP neighbours of one path of a peering (`routeTablesSummary`).
public struct RouteSummary: TableContent, Hashable {
  public let neighbors: [BGPNeighbor]

  package init?(_ answer: JSONValue) {
    guard let rows = answer.rows else { return nil }
    neighbors = rows.compactMap { BGPNeighbor($0) }
    guard neighbors.count == rows.count else { return nil }
  }

  /// The neighbour with this address.
  public func neighbor(_ address: IPAddress) -> BGPNeighbor? { neighbors.first { $0.address == address } }
}
