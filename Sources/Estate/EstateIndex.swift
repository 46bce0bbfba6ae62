internal import AzureResources

/// Positions in a list by id.
struct EstateIndex: Sendable {
  private var positions: [ResourceID: Int32]

  /// - Complexity: O(elements).
  init<Element>(_ elements: [Element], id: KeyPath<Element, ResourceID>) {
    positions = Dictionary(minimumCapacity: elements.count)
    for (position, element) in elements.enumerated() { positions[element[keyPath: id]] = Int32(position) }
  }

  subscript(id: ResourceID?) -> Int? {
    guard let id, let position = positions[id] else { return nil }
    return Int(position)
  }
}
