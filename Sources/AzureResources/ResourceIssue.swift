/// Something in a resource that could not be read: the resource stays, without the part.
///
/// An answer that would have used the part says so; nothing is guessed in its place.
public struct ResourceIssue: Hashable, Sendable {
  /// The resource as far as it is known.
  public let resource: ResourceID
  /// The property, in Azure's spelling.
  public let property: String
  /// What is wrong with it, in words.
  public let problem: String

  public init(resource: ResourceID, property: String, problem: String) {
    self.resource = resource
    self.property = property
    self.problem = problem
  }
}
