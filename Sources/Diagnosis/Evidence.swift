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
}
