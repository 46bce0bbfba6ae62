internal import AzureResources
internal import CommandLineParsing
internal import Estate
internal import SnapshotReading

/// Candidates from the snapshot for words of the command line.
enum NameCompletion {
  /// The names of resources of these kinds; namesakes with their group, subnets with their network.
  static func names(of kinds: Set<ResourceKind>) -> Completion {
    .dynamic { (surroundings: Surroundings, request: CompletionRequest) in
      guard let estate = estate(surroundings, request) else { return [] }
      let scope = ResourceScope(
        resourceGroup: request.values(of: "resource-group").last, subscription: request.values(of: "subscription").last)
      return candidates(TargetResolver(estate).ids(of: kinds).filter { scope.contains($0) })
    }
  }

  static let resourceGroups = Completion.dynamic { (surroundings: Surroundings, request: CompletionRequest) in
    distinct(estate(surroundings, request)?.records.lazy.compactMap { $0.id.resourceGroup })
  }

  static let subscriptions = Completion.dynamic { (surroundings: Surroundings, request: CompletionRequest) in
    distinct(estate(surroundings, request)?.records.lazy.compactMap { $0.id.subscription })
  }

  private static func estate(_ surroundings: Surroundings, _ request: CompletionRequest) -> Estate? {
    let given = request.values(of: "snapshot")
    let paths = given.isEmpty ? surroundings.environment["AZIMUTH_SNAPSHOT"].map { [$0] } ?? [] : given
    guard !paths.isEmpty, !paths.contains("-") else { return nil }
    return try? SnapshotReader.read(paths)
  }

  private static func candidates(_ ids: [ResourceID]) -> [CompletionCandidate] {
    let isChild: (ResourceID) -> Bool = { $0.parent != nil }
    var counts: [String: Int] = [:]
    for id in ids where !isChild(id) { counts[id.name.lowercased(), default: 0] += 1 }
    return ids.map { id in
      let note = "\(id.kind.noun) in \(id.resourceGroup ?? "")"
      if let parent = id.parent { return CompletionCandidate("\(parent.name)/\(id.name)", note) }
      return CompletionCandidate(counts[id.name.lowercased()] == 1 ? String(id.name) : id.shortName, note)
    }
  }

  private static func distinct(_ words: (some Sequence<Substring>)?) -> [CompletionCandidate] {
    guard let words else { return [] }
    var seen: Set<String> = []
    return words.filter { seen.insert($0.lowercased()).inserted }.map { CompletionCandidate(String($0)) }
  }
}
