public import AzureFacts
public import AzureResources
public import Diagnosis
public import Estate
public import Findings
internal import IPAddressing
internal import NameFindings
public import NameResolution
public import PathAnalysis
internal import PrivateLinkZones
internal import Routing

/// Checks private endpoints from end to end, in the order of Azure's own guide: the connection's state, the network, the
/// data flow, the names and their zones, and for each asker what the name gives and the way there and back.
///
/// - Source: "Troubleshoot network connectivity" (Azure Migrate with private endpoints); private endpoint semantics F.2.
public struct EndpointVerifier {
  /// Who asks: a name for people, and the end of a connection.
  public struct Asker: Sendable, Hashable {
    public let name: String
    public let reference: EndpointReference

    public init(_ name: String, _ reference: EndpointReference) {
      self.name = name
      self.reference = reference
    }
  }

  let estate: Estate
  private let directory: NameDirectory
  private let entries: EndpointNames
  private var diagnoser: Diagnoser
  private let prover: RemedyProver
  private let names: DeclaredNames

  /// - Parameters: As for `Diagnoser`.
  public init(
    _ estate: Estate, asOf day: Day = .newest, machines: Tracer.MachineState = .asRecorded,
    declared: DeclaredBehaviour = DeclaredBehaviour(), names: DeclaredNames = DeclaredNames()
  ) {
    self.estate = estate
    self.names = names
    directory = NameDirectory(estate, declared: names)
    entries = EndpointNames(estate)
    diagnoser = Diagnoser(estate, asOf: day, machines: machines, declared: declared, names: names)
    prover = RemedyProver(estate, asOf: day, machines: machines, declared: declared, names: names)
  }

  /// All endpoints in short, in the order of the snapshot.
  ///
  /// - Complexity: O(private endpoints · zone groups).
  public var summaries: [EndpointSummary] {
    estate.privateEndpoints.indices.map { EndpointSummary($0, directory, entries.names(ofEndpoint: $0)) }
  }

  /// Verifies an endpoint for some askers; nil stands for every network that could ask.
  ///
  /// - Returns: nil for an id that is no endpoint of the estate.
  /// - Complexity: As a diagnosis for each asker and name; where one fails, as its repair too.
  public mutating func verify(_ id: ResourceID, from askers: [Asker]? = nil) -> Verification? {
    guard let index = estate.privateEndpoints.firstIndex(where: { $0.id == id }) else { return nil }
    let summary = EndpointSummary(index, directory, entries.names(ofEndpoint: index))
    let state = EndpointStateChecks(estate, index, summary)
    let zones = EndpointZoneChecks(directory, summary)
    var found = Findings()
    found.checks = state.connection + state.provisioning + state.target + state.network + state.dataFlow
    found.checks += zones.names + zones.zones + zones.groups
    for asker in askers ?? self.askers(of: index) { ask(asker, summary, isNamed: askers != nil, &found) }
    found.checks += EndpointProbeChecks(estate, summary).checks
    found.checks += state.publicAccess
    return Verification(
      of: id, checks: found.checks, assumptions: Self.unique(found.assumptions), missing: Self.unique(found.missing))
  }

  private struct Findings {
    var checks: [Check] = []
    var assumptions: [Assumption] = []
    var missing: [MissingInput] = []
    var isProved = false
  }

  /// What each name gives an asker, and whether the asker connects.
  private mutating func ask(
    _ asker: Asker, _ endpoint: EndpointSummary, isNamed: Bool, _ found: inout Findings
  ) {
    if asker.reference == .onPremises, !isNamed, names.onPremisesServers == nil,
      directory.declared.onPremisesServers == nil
    {
      found.checks.append(
        Check(
          .nameResolved, .skipped,
          "from \(asker.name): nobody described its DNS servers (--dns FILE); --from onpremises asks all the same", nil)
      )
    } else {
      for name in endpoint.names { resolve(name, asker, endpoint, &found) }
    }
    guard let address = endpoint.addresses.first else { return }
    connect(asker, address, endpoint, &found)
  }

  private mutating func resolve(
    _ name: String, _ asker: Asker, _ endpoint: EndpointSummary, _ found: inout Findings
  ) {
    let question = Question(from: asker.reference, to: .name(name), port: port(of: endpoint))
    guard var diagnosis = try? diagnoser.diagnose(question) else { return }
    let isNameFault = diagnosis.cause.map { isOfNames($0.code) } ?? false
    if isNameFault, !found.isProved {
      diagnosis = prover.prove(diagnosis)
      found.isProved = true
    }
    for check in diagnosis.checks where isOfNames(check.code) {
      let remedy = check.status == .fail ? diagnosis.cause?.remedy ?? check.remedy : check.remedy
      add(
        Check(
          check.code, check.status, "from \(asker.name): \(check.summary)", check.resource, check.evidence,
          detail: check.detail, party: check.party, remedy: remedy), &found)
    }
    if diagnosis.cause == nil || isNameFault { found.missing += diagnosis.nameResolution?.missing.map { [$0] } ?? [] }
  }

  /// A connection to the endpoint's address, whatever the name gives.
  private mutating func connect(
    _ asker: Asker, _ address: IPAddress, _ endpoint: EndpointSummary, _ found: inout Findings
  ) {
    let question = Question(from: asker.reference, to: .resource(endpoint.id), port: port(of: endpoint))
    let diagnosis: Diagnosis
    do throws(QuestionError) {
      let answer = try diagnoser.diagnose(question)
      diagnosis = answer.cause == nil || found.isProved ? answer : prover.prove(answer)
      found.isProved = found.isProved || answer.cause != nil
    } catch {
      found.checks.append(
        Check(.endpointReached, .unknown, "from \(asker.name): \(error). \(error.remedy)", endpoint.id))
      return
    }
    for check in diagnosis.checks where check.status == .fail || check.status == .warning {
      let isCause = check.status == .fail && check.code == diagnosis.cause?.code
      add(
        Check(
          check.code, check.status, "from \(asker.name): \(check.summary)", check.resource, check.evidence,
          detail: check.detail, party: check.party, remedy: isCause ? diagnosis.cause?.remedy : check.remedy), &found)
    }
    let words = "from \(asker.name): \(endpoint.id.name) at \(address)\(question.port.map { ", TCP \($0)" } ?? "")"
    switch diagnosis.verdict {
    case .reachable:
      let hops = diagnosis.forward.hops.dropFirst().compactMap { $0.resource.map { String($0.name) } }
      add(
        Check(.endpointReached, .pass, "\(words) is reached, by \(hops.joined(separator: ", "))", endpoint.id), &found)
    case .indeterminate:
      add(Check(.endpointReached, .unknown, "\(words): the way there or back is unknown", endpoint.id), &found)
      found.missing += diagnosis.missing
    case .blocked: break
    }
    found.assumptions += diagnosis.assumptions
  }

  private func add(_ check: Check, _ found: inout Findings) {
    let isKnown = found.checks.contains { $0.code == check.code && $0.summary == check.summary }
    // The endpoint's own state was checked already.
    guard !isKnown, check.code != .endpointNotApproved else { return }
    found.checks.append(check)
  }

  private func isOfNames(_ code: CheckCode) -> Bool {
    code.layer == .dns || code == .endpointTargetRefuses || code == .endpointNotApproved
  }

  private func port(of endpoint: EndpointSummary) -> UInt16? {
    endpoint.target.flatMap { target in
      PrivateLinkZones.ports(resourceType: target.type, groupID: endpoint.groupIDs.first)?.ports.first
    } ?? 443
  }

  /// A machine of each network that could ask: the endpoint's own and its direct peers, and on-premises where a gateway
  /// of them leads there.
  private func askers(of endpoint: Int) -> [Asker] {
    guard let own = estate.virtualNetworkIndex(estate.privateEndpoints[endpoint].subnet?.parent) else { return [] }
    let near = [own] + estate.peers(ofNetwork: own).compactMap(\.remote)
    var askers: [Asker] = []
    for network in near {
      let name = estate.virtualNetworks[network].id.name
      let subnets = estate.subnets.indices.filter { estate.subnets[$0].network == network }
      let machine = subnets.lazy.flatMap { estate.networkInterfaces(inSubnet: $0) }
        .first { estate.virtualMachine(ofInterface: $0) != nil }
      if let machine {
        let id = estate.networkInterfaces[machine].id
        let owner = estate.virtualMachine(ofInterface: machine).map { estate.virtualMachines[$0].id } ?? id
        askers.append(Asker("\(owner.name) in \(name)", .resource(id)))
      }
    }
    let isConnected = near.contains { network in
      estate.gateways(inNetwork: network).contains { !estate.connections(ofGateway: $0).isEmpty }
    }
    return askers + (isConnected ? [Asker("on-premises", .onPremises)] : [])
  }

  private static func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }
}
