internal import AzureResources
internal import CommandLineParsing
internal import Estate
internal import Migration
internal import Reporting

/// What the commands of Azure Migrate have in common.
struct MigrateOptions: SharedOptions {
  static let title = "Project options"

  @Option(
    "The DNS settings that the portal's Properties page downloads: names and addresses", placeholder: "FILE",
    completion: .files)
  var dnsSettings: String?
  @Option("The cloud of the project") var cloud: MigrateCloud = .public

  /// What the file lists; nil without a file.
  ///
  /// - Throws: `CommandError` for a file that can't be read or that lists nothing.
  func settings() throws(CommandError) -> DNSSettings? {
    guard let dnsSettings else { return nil }
    guard let bytes = StandardInput.bytes(ofFile: dnsSettings) else {
      throw CommandError(
        message: "\(dnsSettings): the file can't be read",
        remedy: "Download it in the portal: Azure Migrate, Properties, Download DNS settings.")
    }
    let settings = DNSSettings(bytes: bytes)
    guard settings.entries.contains(where: { !$0.addresses.isEmpty }) else {
      throw CommandError(
        message: settings.entries.isEmpty
          ? "\(dnsSettings) names no host" : "\(dnsSettings) names hosts, but no address of theirs",
        remedy: "Expected lines with a name and an address, as in the portal's download or a hosts file.")
    }
    return settings
  }

  /// The project that somebody means, in an estate; with a list of names alone there may be none.
  ///
  /// - Throws: `CommandError` for a name that the snapshot lacks, and where several projects could be meant.
  func project(_ name: String?, _ estate: Estate, _ settings: DNSSettings?) throws(CommandError) -> MigrateProject {
    let ids = MigrateProject.ids(estate)
    var chosen: ResourceID?
    if let name {
      let found = ids.filter { id in
        name.hasPrefix("/") ? ResourceID(name) == id : ResourceName(name).matches(id)
      }
      guard found.count < 2 else { throw .ambiguous(name, found) }
      guard let only = found.first else {
        throw CommandError(
          message: "no Azure Migrate project is called \(name)",
          details: ids.isEmpty
            ? ["the snapshot holds no project (Microsoft.Migrate/migrateProjects)"] : ids.map(\.shortName),
          remedy: "Collect it: az resource list --resource-type Microsoft.Migrate/migrateProjects -o json")
      }
      chosen = only
    }
    let project: MigrateProject
    do throws(MigrateProjectError) {
      project = try MigrateProject(chosen, in: cloud, estate)
    } catch {
      throw .ambiguous("the project", error.candidates)
    }
    guard project.id != nil || !project.endpoints.isEmpty || settings != nil else {
      throw CommandError(
        message: "the snapshot holds no Azure Migrate project and none of its private endpoints",
        remedy: "Collect them: az resource list --resource-type Microsoft.Migrate/migrateProjects -o json, az network"
          + " private-endpoint list -o json; or give the portal's file with --dns-settings.")
    }
    return project
  }
}
