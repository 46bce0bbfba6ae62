internal import AzureResources
internal import CommandLineParsing
internal import Estate
internal import Reporting

/// Finds the resource that somebody means, by ID or by name.
struct TargetResolver {
  private let estate: Estate
  private let scope: ResourceScope

  init(_ estate: Estate, scope: ResourceScope = ResourceScope()) {
    self.estate = estate
    self.scope = scope
  }

  /// The resource that `text` names among those of `kinds`.
  ///
  /// - Throws: for an ID or name that the snapshot lacks, one of another kind, and one that several resources bear.
  /// - Complexity: O(resources).
  func resolve(_ text: String, among kinds: Set<ResourceKind>) throws(CommandError) -> ResourceID {
    if text.hasPrefix("/") { return try resolveID(text, among: kinds) }
    let name = ResourceName(text)
    let all = ids(of: kinds)
    let found = all.filter { scope.contains($0) && name.matches($0) }
    if found.count == 1 { return found[0] }
    guard found.isEmpty else { throw .ambiguous(text, found) }
    throw absence(of: text, among: kinds, all)
  }

  /// The ids of everything of these kinds, children that came with their parents included.
  func ids(of kinds: Set<ResourceKind>) -> [ResourceID] {
    var found = estate.ids(of: kinds)
    var nested: [ResourceID] = []
    if kinds.contains(.virtualNetworkPeering) { nested += estate.virtualNetworks.flatMap(\.peerings).map(\.id) }
    if kinds.contains(.route) { nested += estate.routeTables.flatMap(\.routes).map(\.id) }
    guard !nested.isEmpty else { return found }
    let known = Set(found)
    found += nested.filter { !known.contains($0) }
    return found
  }

  private func resolveID(_ text: String, among kinds: Set<ResourceKind>) throws(CommandError) -> ResourceID {
    guard let id = ResourceID(text), id.resourceGroup != nil || id.kind != .other else { throw .malformedID(text) }
    guard let found = estate.resolve(id) ?? ids(of: [id.kind]).first(where: { $0 == id }) else {
      throw .idNotInSnapshot(id)
    }
    guard kinds.contains(found.kind) else { throw .wrongKind(text, [found], kinds) }
    return found
  }

  private func absence(of text: String, among kinds: Set<ResourceKind>, _ all: [ResourceID]) -> CommandError {
    let name = ResourceName(text)
    let outside = all.filter { name.matches($0) }
    if !outside.isEmpty { return .outsideScope(text, scope, outside) }
    let others = kinds == TargetKinds.all ? [] : ids(of: TargetKinds.all).filter { name.matches($0) }
    if !others.isEmpty { return .wrongKind(text, others, kinds) }
    var seen: Set<String> = []
    let last = text.split(separator: "/").last.map(String.init) ?? text
    let names = all.filter { scope.contains($0) }.map { String($0.name) }.filter {
      seen.insert($0.lowercased()).inserted
    }
    return .unknownName(text, scope, closest: ClosestName.nearest(to: last, among: names, limit: 3))
  }
}
