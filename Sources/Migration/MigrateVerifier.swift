public import AzureFacts
internal import AzureResources
internal import Diagnosis
public import Estate
public import Findings
internal import IPAddressing
internal import NameResolution
internal import Routing

/// Walks the guide "Troubleshoot network connectivity" of Azure Migrate over a project, with what a snapshot and probes
/// tell; where an error is asked about, the steps of its own tree.
///
/// - Source: troubleshoot-network-connectivity (Azure Migrate); expressroute and private link semantics D.
public struct MigrateVerifier {
  let estate: Estate
  let project: MigrateProject
  let question: MigrateQuestion
  /// All names that the appliance asks for, in the order of their kinds.
  public let names: [MigrateName]
  let directory: NameDirectory
  var resolver: NameResolver
  var diagnoser: Diagnoser
  var missing: [MissingInput] = []

  /// - Complexity: O(resources).
  public init(_ project: MigrateProject, _ question: MigrateQuestion, _ estate: Estate, asOf day: Day = .newest) {
    self.estate = estate
    self.project = project
    self.question = question
    directory = NameDirectory(estate, declared: question.declared)
    resolver = NameResolver(directory)
    names = Self.names(project, question, resolver.endpointNames())
    diagnoser = Diagnoser(estate, asOf: day, names: question.declared)
  }

  /// The answer: every check in the guide's order, or in that of the error's tree. The first that fails is the cause.
  public mutating func verify() -> Verification {
    let checks: [Check]
    switch question.error?.code {
    case nil: checks = everything()
    case .forbiddenToAccessKeyVault: checks = keyVaultWalk()
    case .agentNotConnected: checks = agentWalk()
    }
    var seen: Set<MissingInput> = []
    return Verification(of: resource, checks: checks, missing: missing.filter { seen.insert($0).inserted })
  }

  /// What the answer is about: the project, or what stands for it.
  private var resource: ResourceID {
    project.id ?? project.endpoints.first.map { estate.privateEndpoints[$0.index].id } ?? Self.unknownProject
  }

  /// A project of which only a list of names is known.
  private static let unknownProject = ResourceID("/providers/Microsoft.Migrate/migrateProjects/unknown")!

  /// The guide, from its first section to its last.
  private mutating func everything() -> [Check] {
    var checks = project.id == nil && project.endpoints.isEmpty ? [] : connectionChecks() + placeChecks() + flowChecks()
    checks += listChecks()
    checks += zoneChecks(names)
    for name in names { checks += resolutionChecks(name) }
    for name in names { checks += probedNameChecks(name) }
    checks += pathChecks(names)
    for name in names { checks += probedPortChecks(name) }
    checks += bypassChecks(names)
    checks += publicChecks(MigratePublicURL.all(in: question.cloud))
    return checks
  }

  /// The names of the endpoints and of the file, each once. A key vault's and a storage account's name is the public
  /// one, which is what the appliance asks for.
  private static func names(
    _ project: MigrateProject, _ question: MigrateQuestion, _ book: EndpointNames
  ) -> [MigrateName] {
    var found: [MigrateName] = []
    func add(_ name: String, _ kind: MigrateEndpointKind?, _ configured: [IPAddress], _ endpoint: Int?) {
      guard !found.contains(where: { $0.name == name && ($0.endpoint == endpoint || endpoint == nil) }) else { return }
      found.append(
        MigrateName(
          name: name, kind: kind, configured: configured, listed: question.settings?.addresses(of: name) ?? [],
          endpoint: endpoint))
    }
    for endpoint in project.endpoints {
      for entry in book.names(ofEndpoint: endpoint.index) {
        add(publicName(of: entry.name, endpoint.kind), endpoint.kind, entry.addresses, endpoint.index)
      }
    }
    for entry in question.settings?.entries ?? [] {
      let kind = MigrateEndpointKind.of(name: entry.name, in: question.cloud)
      add(entry.name, kind, [], nil)
    }
    let order = MigrateEndpointKind.Purpose.allCases
    return found.enumerated().sorted { left, right in
      let (first, second) = (
        left.element.kind.map { order.firstIndex(of: $0.purpose) ?? 0 } ?? order.count,
        right.element.kind.map { order.firstIndex(of: $0.purpose) ?? 0 } ?? order.count
      )
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }

  private static func publicName(of name: String, _ kind: MigrateEndpointKind) -> String {
    guard kind.usesAlias, name.hasSuffix("." + kind.zone), let record = kind.recordName(of: name) else { return name }
    return "\(record).\(kind.suffix)"
  }

  /// `kv1.vault.azure.net (key vault)`.
  static func words(_ name: MigrateName) -> String {
    name.kind.map { "\(name.name) (\($0.purpose.words))" } ?? name.name
  }

  /// `10.12.4.20, 10.12.4.21`.
  static func words(_ addresses: [IPAddress]) -> String { addresses.map(\.description).joined(separator: ", ") }

  /// Where the snapshot holds a resource, for evidence.
  func evidence(_ id: ResourceID, _ property: String, _ value: String) -> Evidence {
    .property(id, name: property, value: value, source: estate.record(id)?.source)
  }
}
