internal import ARMAnswers
internal import AzureFacts
internal import AzureResources
internal import CommandLineParsing
internal import Estate
internal import IPAddressing
internal import Reporting
internal import Routing

/// `azimuth next-hop`.
struct NextHopCommand: Command {
  static let name = "next-hop"
  static let summary = "Tell where packets for an address go next, and why."
  static let discussion = """
    SOURCE is an ID, a name, group/name or network/subnet of a NIC, a virtual machine (its primary NIC), a subnet or a \
    virtual network gateway (its subnet). With --ids the address is the only argument.

    JSON is the answer of Network Watcher's nextHop call; answers for --ids @- stand under the sources' IDs. Nothing has \
    to run for it, and no source address is asked for: it doesn't change the answer.
    """
  static let examples = [
    Example("azimuth next-hop vm-1 10.2.0.4", "Ask where a machine sends packets for an address"),
    Example("azimuth next-hop vnet-hub/GatewaySubnet 10.1.0.4 -o json", "Ask the same of a subnet, for a script"),
  ]

  @Argument("Who sends", completion: NameCompletion.names(of: TargetKinds.senders)) var source: String?
  @Argument("The destination") var address: String?
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var computation: ComputationOptions
  @OptionGroup var common: CommonOptions

  func validate() throws(UsageError) {
    if scope.ids.isEmpty, source == nil { throw UsageError("argument 'SOURCE' is missing; --ids can take its place") }
    _ = try destination()
  }

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let destination = try destination()
    let name = scope.ids.isEmpty ? source : nil
    let list = try TargetList(name: name, argument: "SOURCE", scope, session)
    let estate = try session.estate()
    var builder = RouteTableBuilder(estate, asOf: computation.day)
    var entries: [NextHopEntry] = []
    var notices: [Notice] = []
    for id in try list.resolve(in: estate, scope, among: TargetKinds.senders) {
      let subjects = try RouteSubjects(estate).subjects(of: id)
      let subject = subjects[0]
      let table = builder.table(ofSubnet: subject.subnet)
      let hop = NextHop(table, to: destination, interface: subject.interface, on: computation.day)
      entries.append(NextHopEntry(subject.id, hop, table.candidates(for: destination)))
      if subjects.count > 1 {
        notices.append(
          Notice(.note, "\(id.name) has \(subjects.count) NICs; this is the primary one, \(subject.id.name)"))
      }
      notices += SubjectNotices(estate).findings(subject) + SubjectNotices.gaps(hop.missing)
      notices += hop.undecided.map { route in
        Notice(
          .warning,
          "user route \(route.name ?? "") may take the traffic: what service tag \(route.serviceTag ?? "") holds is unknown"
        )
      }
    }
    session.notify(notices)
    session.print(NextHopReport(entries, shape: list.shape))
    return .success
  }

  /// The last argument: with `--ids` there is no source before it.
  private func destination() throws(UsageError) -> IPAddress {
    if !scope.ids.isEmpty, let address { throw UsageError("argument '\(address)' is one too many beside --ids") }
    guard let text = scope.ids.isEmpty ? address : source else { throw UsageError("argument 'ADDRESS' is missing") }
    do throws(ArgumentValueError) {
      return try IPAddress(argument: text)
    } catch {
      throw UsageError("'\(text)' is no value for 'ADDRESS': \(error.reason)")
    }
  }
}
