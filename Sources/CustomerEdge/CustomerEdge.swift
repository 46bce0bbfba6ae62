public import IPAddressing

/// What the routers at the customer's end of a circuit say of themselves: their configuration and their state.
///
/// It is pieced together from whatever somebody has: a configuration, tables that a router printed, or both, of one router
/// or of two. What no piece says stays unknown: a list that is empty here may be long there.
public struct CustomerEdge: Sendable, Hashable {
  /// The routers' names, each once.
  public internal(set) var routers: [String] = []
  public internal(set) var interfaces: [EdgeInterface] = []
  public internal(set) var peers: [EdgePeer] = []
  /// The ARP or neighbour table.
  public internal(set) var neighbours: [EdgeNeighbour] = []
  /// What the BGP configuration announces by `network` statements, where a configuration was read.
  public internal(set) var originated: [IPPrefix] = []
  /// Whether a configuration was among the pieces, so that a peer that isn't in it is none.
  public internal(set) var hasConfiguration = false
  /// Whether a neighbour table was among the pieces.
  public internal(set) var hasNeighbours = false
  /// Whether a table of BGP sessions was among the pieces.
  public internal(set) var hasSessions = false

  init() {}

  /// All pieces as one.
  ///
  /// - Complexity: O(size of the pieces).
  public init(joining pieces: [CustomerEdge]) {
    for piece in pieces {
      for router in piece.routers where !routers.contains(router) { routers.append(router) }
      interfaces += piece.interfaces
      peers += piece.peers
      neighbours += piece.neighbours
      originated += piece.originated
      hasConfiguration = hasConfiguration || piece.hasConfiguration
      hasNeighbours = hasNeighbours || piece.hasNeighbours
      hasSessions = hasSessions || piece.hasSessions
    }
  }

  /// What all pieces together say of a BGP neighbour; nil where none knows it.
  ///
  /// - Complexity: O(peers).
  public func peer(at address: IPAddress) -> EdgePeer? {
    let alike = peers.lazy.filter { $0.address == address }
    guard var found = alike.first else { return nil }
    for other in alike.dropFirst() { found.join(other) }
    return found
  }

  /// The interfaces with an address in a prefix, or whose own network contains the prefix.
  ///
  /// Pieces that speak of one interface are joined.
  ///
  /// - Complexity: O(interfaces).
  public func interfaces(on prefix: IPPrefix) -> [EdgeInterface] {
    var found: [EdgeInterface] = []
    for interface in interfaces
    where interface.addresses.contains(where: { prefix.contains($0.address) || $0.network.contains(prefix) }) {
      if let known = found.firstIndex(where: { $0.name == interface.name }) {
        found[known].join(interface)
      } else {
        found.append(interface)
      }
    }
    // A piece without addresses may know the VLAN or the state of an interface of that name.
    for index in found.indices {
      for other in interfaces where other.addresses.isEmpty && other.name == found[index].name {
        found[index].join(other)
      }
    }
    return found
  }

  /// The neighbour table's row for an address; a row with a hardware address before one without.
  public func neighbour(at address: IPAddress) -> EdgeNeighbour? {
    let rows = neighbours.filter { $0.address == address }
    return rows.first { $0.hardwareAddress != nil } ?? rows.first
  }
}
