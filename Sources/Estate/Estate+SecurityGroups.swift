public import AzureResources
internal import JSONReading

/// Network security groups, and the rules of theirs that came alone.
extension Estate {
  /// The group with its rules, separate rule resources included, and what of them could not be read; nil where the
  /// snapshot lacks it.
  ///
  /// - Complexity: O(1), and O(rules) for a group of which rules came as resources of their own.
  public func networkSecurityGroup(_ id: ResourceID) -> (group: NetworkSecurityGroup, issues: [ResourceIssue])? {
    guard let index = links.securityGroupIndex[id] else { return nil }
    var group = networkSecurityGroups[index]
    var issues = group.issues
    for rule in (links.separateRules[id] ?? []).map({ records[$0] }) {
      guard !group.securityRules.contains(where: { $0.id == rule.id }) else { continue }
      // The reader's issues count for a rule, too, that isn't one in the end.
      let separate: ((SecurityRule?, [ResourceIssue]), [ResourceIssue])? = decode(rule) { json, id, reader in
        (SecurityRule(json, id: id, reader: &reader), reader.issues)
      }
      if let rule = separate?.0.0 { group.securityRules.append(rule) }
      issues += separate?.0.1 ?? []
    }
    return (group, issues)
  }

  func decode<Resource>(
    _ record: ResourceRecord, _ body: (JSONCursor, ResourceID, inout ResourceReader) -> Resource?
  ) -> (Resource, [ResourceIssue])? {
    guard var parser = SpareParser.take() else { return nil }
    let found: (Resource, [ResourceIssue])?? = text.withBytes(of: record.source) { bytes in
      try? parser.withValue(in: bytes) { json in
        var reader = ResourceReader(json, owner: record.id)
        return body(json, record.id, &reader).map { ($0, reader.issues) }
      }
    }
    SpareParser.keep(parser, after: record.source.length)
    return found ?? nil
  }
}
