internal import AzureResources

/// Positions in a list by id. Lists hold each id once; of several the first counts.
struct EstateIndex: Sendable {
  private var positions: ResourceIDIndex

  /// - Complexity: O(elements).
  @inline(__always)
  init<Element>(_ elements: [Element], id: (Element) -> ResourceID) {
    positions = ResourceIDIndex(capacity: elements.count)
    for position in elements.indices { _ = positions.insert(id(elements[position])) }
  }

  subscript(id: ResourceID?) -> Int? { id.flatMap { positions[$0] } }
}
