internal import AzureResources
internal import CommandLineParsing
internal import Estate
internal import IPAddressing
internal import JSONDocument
internal import Migration
internal import NameResolution
internal import Reporting

/// `azimuth migrate hosts`.
struct MigrateHostsCommand: Command {
  static let name = "hosts"
  static let summary = "Print hosts-file lines for a project's private endpoints, for testing."
  static let discussion = """
    The lines go to standard output and nowhere else: no hosts file is ever touched. They are for testing alone: an \
    endpoint that is made again has another address, and a line in a hosts file hides what DNS says. Take them out \
    afterwards.

    A key vault and a storage account are listed by their public names, which is what the appliance asks for; the \
    services by their privatelink names. Windows has its file in C:\\Windows\\System32\\drivers\\etc\\hosts, Linux in /etc/hosts.
    """
  static let examples = [
    Example("azimuth migrate hosts --snapshot contoso/", "Print the lines for the snapshot's project"),
    Example("azimuth migrate hosts --dns-settings dns-settings.txt", "Print them from the portal's file"),
  ]

  @Argument("The project, by name or ID; the snapshot's only one unless given", placeholder: "PROJECT")
  var project: String?
  @OptionGroup var migrate: MigrateOptions
  @OptionGroup var common: CommonOptions

  func validate() throws(UsageError) { try common.refusePicture() }

  func run(in surroundings: Surroundings) async throws -> ExitCode {
    let session = Session(surroundings, common)
    let settings = try migrate.settings()
    let estate = common.snapshot.isEmpty && settings != nil ? Estate([], text: SnapshotText()) : try session.estate()
    var question = MigrateQuestion()
    question.cloud = migrate.cloud
    question.settings = settings
    let verifier = MigrateVerifier(try migrate.project(project, estate, settings), question, estate)
    let entries = verifier.names.filter { !$0.expected.isEmpty }
    guard !entries.isEmpty else {
      throw CommandError(
        message: "no name of the project has an address",
        remedy:
          "Collect the endpoints' NICs: az network nic list -o json; or give the portal's file with --dns-settings.")
    }
    session.print(HostsFileReport(entries.map { ($0.name, $0.expected) }, in: migrate.cloud))
    session.notify([
      Notice(
        .note,
        "these lines are for testing: take them out of the hosts file afterwards, and let DNS give these addresses")
    ])
    return .success
  }
}
