public import AzureResources

/// How people write a resource's name.
public enum DisplayName {
  /// `group/name`; for a child `group/parent/name`.
  public static func of(_ id: ResourceID) -> String {
    guard let parent = id.parent else { return id.shortName }
    return "\(of(parent))/\(id.name)"
  }
}
