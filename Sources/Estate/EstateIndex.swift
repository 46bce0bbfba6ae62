internal import AzureResources

/// Positions in a list by id. Lists hold each id once; of several the first counts.
struct EstateIndex: Sendable {
  private var positions: ResourceIDIndex

  /// - Parameter id: The id at a position. A position and not an element: a copy of one costs more than its id.
  /// - Complexity: O(count).
  @inline(__always)
  init(count: Int, id: (Int) -> ResourceID) {
    positions = ResourceIDIndex(capacity: count)
    for position in 0..<count { _ = positions.insert(id(position)) }
  }

  /// An index that was made already.
  init(_ positions: ResourceIDIndex) { self.positions = positions }

  subscript(id: ResourceID?) -> Int? { id.flatMap { positions[$0] } }
}
