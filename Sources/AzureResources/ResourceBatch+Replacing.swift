extension ResourceBatch {
  /// Replaces the resources with these ids by what another batch holds; those that it lacks are removed.
  ///
  /// - Complexity: O(resources).
  package mutating func replace(_ ids: Set<ResourceID>, with other: ResourceBatch) {
    combine(with: other, Replacement(ids: ids))
    issues.removeAll { ids.contains($0.resource) }
    issues += other.issues
  }
}
