internal import AzureResources
internal import Reporting

/// What can be wrong with a resource's name.
extension CommandError {
  /// The most candidates that an error lists.
  private static let listed = 10

  static func ambiguous(_ text: String, _ candidates: [ResourceID]) -> CommandError {
    let names = candidates.prefix(listed)
    let width = names.reduce(0) { max($0, DisplayName.of($1).count) } + 2
    var details = names.map { id in
      let name = DisplayName.of(id)
      return name + String(repeating: " ", count: width - name.count) + id.type
    }
    if candidates.count > listed { details.append("and \(candidates.count - listed) more") }
    let first = candidates[0]
    let isOneGroup = candidates.allSatisfy { $0.resourceGroup?.lowercased() == first.resourceGroup?.lowercased() }
    let type = first.type.split(separator: "/").last ?? ""
    let example =
      isOneGroup ? "by type/name, such as \(type)/\(first.name)" : "by group/name, such as \(first.shortName)"
    return CommandError(
      message: "'\(text)' is the name of \(candidates.count) resources", details: details,
      remedy: "Name one \(example), or by its ID.")
  }

  static func unknownName(_ text: String, _ scope: ResourceScope, closest: [String]) -> CommandError {
    let remedy =
      closest.isEmpty
      ? "`azimuth snapshot info` shows what the snapshot holds."
      : "Did you mean \(closest.joined(separator: ", "))?"
    return CommandError(
      message: "the snapshot holds nothing named '\(text)'\(scope.text)", remedy: remedy, isAbsence: true)
  }

  static func outsideScope(_ text: String, _ scope: ResourceScope, _ found: [ResourceID]) -> CommandError {
    CommandError(
      message: "'\(text)' isn't\(scope.text)", details: found.prefix(listed).map(\.text),
      remedy: "Name its own group, or leave -g and --subscription out.")
  }

  static func wrongKind(_ text: String, _ found: [ResourceID], _ kinds: Set<ResourceKind>) -> CommandError {
    let kind = found[0].kind == .other ? "a \(found[0].type)" : found[0].kind.article
    return CommandError(
      message: "'\(text)' names \(kind), which this command has no answer for",
      details: text.hasPrefix("/") ? [] : found.prefix(listed).map(\.text),
      remedy: "It has one for each \(ResourceKind.nouns(kinds)).", isAbsence: !text.hasPrefix("/"))
  }

  static func malformedID(_ text: String) -> CommandError {
    CommandError(
      message: "'\(text)' is not a resource ID",
      remedy: "An ID looks like /subscriptions/<id>/resourceGroups/<group>/providers/<type>/<name>.")
  }

  static func idNotInSnapshot(_ id: ResourceID) -> CommandError {
    CommandError(
      message: "the snapshot doesn't hold \(id)", remedy: "Collect it: \(CollectionCommand.showing(id))")
  }
}
