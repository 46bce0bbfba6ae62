public import JSONReading

extension ResourceBatch {
  /// One id read twice.
  public struct Duplicate: Sendable {
    public let id: ResourceID
    public let first: SourceRange
    public let second: SourceRange
  }

  /// Keeps the first resource of each id. Gives the ids whose later copies differ from the first in `text`, and the
  /// positions of all ids in what is left of `records`.
  ///
  /// - Complexity: O(resources).
  package mutating func removeDuplicates(
    sameText: (SourceRange, SourceRange) -> Bool
  ) -> (duplicates: [Duplicate], positions: ResourceIDIndex) {
    var index = ResourceIDIndex(capacity: records.count)
    var different: [Duplicate] = []
    var hasDuplicates = false
    for place in records.indices {
      guard let position = index.insert(records[place].id) else { continue }
      let record = records[place]
      hasDuplicates = true
      let first = records[position].source
      if !sameText(first, record.source) {
        different.append(Duplicate(id: record.id, first: first, second: record.source))
      }
    }
    if hasDuplicates {
      keepFirst()
      index = ResourceIDIndex(capacity: records.count)
      for record in records { _ = index.insert(record.id) }
    }
    return (different, index)
  }

  private mutating func keepFirst() { combine(with: self, FirstOfEachID()) }
}
