internal import AzureResources
internal import CommandLineParsing
internal import Diagnosis
internal import Estate
internal import IPAddressing
internal import NameResolution
internal import Reporting

/// `azimuth resolve`.
struct ResolveCommand: Command {
  static let name = "resolve"
  static let summary = "Tell what DNS answers for a name at a place, link by link."
  static let discussion = """
    The answer follows from configuration: the servers that the NIC or its network names, Azure's resolver with the \
    private DNS zones that are linked to the network, private resolvers and their rulesets, firewalls' DNS proxies, and \
    the aliases that public DNS gives for services with private endpoints. Servers of your own, hosts files and public \
    records come from --dns FILE or from the snapshot's observations; where they are missing, the answer is unknown and \
    says so.

    SOURCE is an ID, a name, group/name or network/subnet of a virtual machine, NIC, subnet or virtual network, or \
    `onpremises` or `internet`.
    """
  static let examples = [
    Example("azimuth resolve kv1.vault.azure.net --from vm-1", "See whether a machine gets the private endpoint"),
    Example(
      "azimuth resolve kv1.vault.azure.net --from onpremises --dns dns.json",
      "Ask as the office does, whose servers a file describes"),
    Example("azimuth resolve shop.contoso.com --from spoke/app --type AAAA -o json", "Ask for one type, for a script"),
  ]

  @Argument("The name") var name: String
  @Option("Who asks", placeholder: "SOURCE", completion: NameCompletion.names(of: TargetKinds.askers)) var from: String
  @Option("A or AAAA or CNAME; without it both kinds of address", placeholder: "TYPE") var type: String?
  @Option("Only resources of this group", short: "g", placeholder: "GROUP", completion: NameCompletion.resourceGroups)
  var resourceGroup: String?
  @Option("Only resources of this subscription", placeholder: "ID", completion: NameCompletion.subscriptions)
  var subscription: String?
  @OptionGroup var names: NameOptions
  @OptionGroup var common: CommonOptions

  func validate() throws(UsageError) {
    guard DomainName(name)?.text.isEmpty == false else {
      throw UsageError("'\(name)' is no name of DNS: labels have 1 to 63 characters, dots between them")
    }
    _ = try types()
  }

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let estate = try session.estate()
    guard let asked = DomainName(name) else { return .usage }
    let resolver = TargetResolver(
      estate, scope: ResourceScope(resourceGroup: resourceGroup, subscription: subscription))
    let (asker, text, short) = try AskerText.asker(from, resolver, estate)
    var walker = NameResolver(estate, declared: try names.names(estate))
    let answer = walker.resolve(asked, from: asker, types: try types())
    let entries = estate.privateEndpoints.indices.filter { endpoint in
      walker.endpointNames().names(ofEndpoint: endpoint).contains { entry in
        entry.addresses.contains(where: answer.addresses.contains)
      }
    }
    session.print(
      ResolutionReport(
        answer, askedBy: text, named: short, endpoints: entries.map { estate.privateEndpoints[$0].id }))
    switch answer.outcome {
    case .addresses, .alias, .publicService: return .success
    case .noSuchName, .noData, .failure: return .blocked
    case .unknown: return .indeterminate
    }
  }

  private func types() throws(UsageError) -> Set<RecordType> {
    guard let type else { return RecordType.addresses }
    guard let asked = RecordType(rawValue: type.uppercased()) else {
      throw UsageError("'\(type)' is no type of record that is known here; expected A, AAAA or CNAME")
    }
    return [asked]
  }
}
