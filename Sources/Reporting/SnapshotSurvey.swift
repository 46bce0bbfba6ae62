public import Estate
internal import AzureResources

/// What a snapshot holds, how old its observations are, what is odd about it and what it lacks.
public struct SnapshotSurvey: Sendable {
  /// A name with the number of things that bear it.
  public struct Count: Sendable, Hashable {
    public let name: String
    public let count: Int
  }

  /// The observations of one kind.
  public struct ObservationCount: Sendable, Hashable {
    /// The ARM action in lower case; `get` for a plain GET.
    public let action: String
    public let count: Int
    /// Times as recorded (UTC, ISO 8601); nil where no record says.
    public let oldest: String?
    public let newest: String?
  }

  /// A finding with the places that show it.
  public struct Finding: Sendable, Hashable {
    public let kind: String
    public let resource: String
    public let summary: String
    /// `file:line`.
    public let places: [String]
  }

  public let files: [String]
  /// By type, in the order of their names; children count once, however they came.
  public let resources: [Count]
  public let observations: [ObservationCount]
  public let serviceTags: Int
  public let unrecognizedElements: Int
  public let findings: [Finding]
  public let gaps: [SnapshotGap]

  /// Looks through an estate.
  ///
  /// - Complexity: O(resources), and O(bytes) for each finding that is placed.
  public init(_ estate: Estate) {
    files = estate.text.files.map(\.path)
    resources = Self.count(estate)
    observations = Self.observations(estate)
    serviceTags = estate.serviceTags.count
    unrecognizedElements = estate.unrecognizedElements
    findings = estate.findings.map { Self.finding($0, estate) }
    gaps = GapFinder(estate).gaps
  }

  /// The number of resources of all types.
  public var resourceCount: Int { resources.reduce(0) { $0 + $1.count } }

  private static func count(_ estate: Estate) -> [Count] {
    var spelling: [String: String] = [:]
    var counts: [String: Int] = [:]
    func add(_ type: String, _ number: Int) {
      guard number > 0 else { return }
      let key = type.lowercased()
      spelling[key] = spelling[key] ?? type
      counts[key, default: 0] += number
    }
    let nested: [ResourceKind: Int] = [
      .subnet: estate.subnets.count,
      .virtualNetworkPeering: estate.virtualNetworks.reduce(0) { $0 + $1.peerings.count },
      .route: estate.routeTables.reduce(0) { $0 + $1.routes.count },
    ]
    var kinds: [ResourceKind: Int] = [:]
    for record in estate.records where nested[record.id.kind] == nil {
      if record.id.kind == .other { add(record.id.type, 1) } else { kinds[record.id.kind, default: 0] += 1 }
    }
    for (kind, number) in kinds.merging(nested, uniquingKeysWith: { $1 }) { add(kind.typeName ?? "", number) }
    return counts.sorted { $0.key < $1.key }.map { Count(name: spelling[$0.key] ?? $0.key, count: $0.value) }
  }

  private static func observations(_ estate: Estate) -> [ObservationCount] {
    let groups = Dictionary(grouping: estate.observations) { $0.action.isEmpty ? $0.method.lowercased() : $0.action }
    return groups.sorted { $0.key < $1.key }.map { action, members in
      let times = members.compactMap(\.observedAt)
      return ObservationCount(action: action, count: members.count, oldest: times.min(), newest: times.max())
    }
  }

  private static func finding(_ finding: EstateFinding, _ estate: Estate) -> Finding {
    let kind: String
    var sources = [estate.record(finding.resource)?.source]
    switch finding {
    case .duplicate(_, let first, let second):
      kind = "duplicate"
      sources = [first, second]
    case .orphan: kind = "orphan"
    case .twoRouteTables(_, _, let table):
      kind = "twoRouteTables"
      sources = [estate.record(table)?.source]
    case .unreadable(let issue):
      kind = "unreadable"
      // A child that came with its parent has no record of its own.
      var owner: ResourceID? = issue.resource
      while let id = owner, estate.record(id) == nil { owner = id.parent }
      sources = [owner.flatMap { estate.record($0)?.source }]
    }
    return Finding(
      kind: kind, resource: finding.resource.text, summary: finding.summary,
      places: sources.compactMap { $0 }.map { estate.text.place(of: $0) })
  }
}
