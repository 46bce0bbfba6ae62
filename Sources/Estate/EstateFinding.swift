public import AzureResources
public import JSONReading

/// Something about a snapshot as such that its readers should know.
public enum EstateFinding: Sendable, Hashable {
  /// One id with two contents. The first one read counts.
  case duplicate(ResourceID, first: SourceRange, second: SourceRange)
  /// A child resource whose parent the snapshot lacks: it takes no part in any answer.
  case orphan(ResourceID)
  /// A subnet that two route tables claim. What the subnet itself names counts.
  case twoRouteTables(subnet: ResourceID, named: ResourceID?, claimedBy: ResourceID)
  /// A property that could not be read.
  case unreadable(ResourceIssue)

  /// The resource it is about.
  public var resource: ResourceID {
    switch self {
    case .duplicate(let id, _, _), .orphan(let id): id
    case .twoRouteTables(let subnet, _, _): subnet
    case .unreadable(let issue): issue.resource
    }
  }

  /// The finding in a sentence.
  public var summary: String {
    switch self {
    case .duplicate(let id, _, _): "\(id.shortName) is in the snapshot twice with different content; the first counts"
    case .orphan(let id): "\(id.shortName) is in the snapshot without its parent \(id.parent?.shortName ?? "")"
    case .twoRouteTables(let subnet, let named, let other):
      "route table \(other.shortName) lists subnet \(subnet.name), which names "
        + (named.map { "\($0.shortName)" } ?? "no table") + "; what the subnet names counts"
    case .unreadable(let issue): "\(issue.resource.shortName): \(issue.property) can't be read: \(issue.problem)"
    }
  }
}
