public import AzureResources
public import Filtering
public import JSONReading
public import Routing

/// What a check's word rests on.
public enum Evidence: Sendable, Hashable {
  /// A route that decides, or would have decided.
  case route(EffectiveRoute)
  /// A filter's rule that decides, or would have decided, and where the snapshot holds its group.
  case rule(RuleEvaluation, group: ResourceID, appliedTo: ResourceID, source: SourceRange?)
  /// A property of a resource, with its value in words, and where the snapshot holds the resource.
  case property(ResourceID, name: String, value: String, source: SourceRange?)
  /// What a recorded call answered, or a row of its answer, in words: which resource was asked, by which call, when
  /// (UTC, ISO 8601; nil where the record doesn't say), and where the snapshot holds it.
  case observation(ResourceID?, call: String, value: String, at: String?, source: SourceRange?)

  /// Where the snapshot holds it; nil for a route, and where the snapshot doesn't say.
  public var source: SourceRange? {
    switch self {
    case .route: nil
    case .rule(_, _, _, let source): source
    case .property(_, _, _, let source): source
    case .observation(_, _, _, _, let source): source
    }
  }
}
