/// Positions of ids in a list: an open hash table over the hashes that ids carry.
package struct ResourceIDIndex: Sendable {
  /// The ids by position.
  private var ids: [ResourceID] = []
  /// Positions by hash; -1 for an empty slot. At least half of them are empty.
  private var slots: [Int32]

  /// A table with room for `capacity` ids, which come in the order of their positions.
  package init(capacity: Int) {
    ids.reserveCapacity(capacity)
    var size = 4
    while size < 2 * capacity { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
  }

  /// Gives the next position to an id, unless it has one; then gives the position that it has.
  ///
  /// - Precondition: There is room.
  /// - Complexity: O(1).
  package mutating func insert(_ id: ResourceID) -> Int? {
    let slot = slot(of: id)
    let position = Int(slots[slot])
    guard position < 0 else {
      ids.append(id)
      return position
    }
    precondition(2 * ids.count < slots.count, "no room")
    slots[slot] = Int32(truncatingIfNeeded: ids.count)
    ids.append(id)
    return nil
  }

  /// The first position of an id.
  ///
  /// - Complexity: O(1).
  package subscript(id: ResourceID) -> Int? {
    let position = Int(slots[slot(of: id)])
    return position < 0 ? nil : position
  }

  /// The slot that holds the id, or the empty one where it belongs.
  private func slot(of id: ResourceID) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: id.folded) & mask
    while slots[slot] >= 0, ids[Int(slots[slot])] != id { slot = (slot + 1) & mask }
    return slot
  }
}
